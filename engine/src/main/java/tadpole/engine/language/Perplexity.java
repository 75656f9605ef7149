package tadpole.engine.language;

/**
 * How surprised a model was by a text.
 *
 * @param nats      mean of -ln p a token
 * @param withCache the same with a pointer cache; NaN without one
 * @param tokens    over how many predictions
 */
public record Perplexity(double nats, double withCache, long tokens) {

    /** exp of the mean nats a token. */
    public double perplexity() {
        return Math.exp(nats);
    }

    public double bits() {
        return nats / Math.log(2);
    }
}
