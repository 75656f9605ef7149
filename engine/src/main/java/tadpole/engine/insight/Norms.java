package tadpole.engine.insight;

/**
 * L2 norms of one kind of parameters of a layer at one step, over all their numbers, summed in double.
 *
 * @param value    before the step
 * @param gradient as the step used it, clipped and with penalties
 * @param update   of what the step changed
 */
public record Norms(double value, double gradient, double update) {

    /** Update over value; NaN where all numbers were zero before. */
    public double ratio() {
        return value == 0 ? Double.NaN : update / value;
    }
}
