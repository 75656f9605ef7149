package tadpole.engine.training;

/**
 * How a network does on some samples.
 *
 * @param loss    mean over the samples
 * @param correct how many got their own class
 * @param count   how many there were
 */
public record Evaluation(double loss, int correct, int count) {

    /** Between 0 and 1; 0 for no samples. */
    public double accuracy() {
        return count == 0 ? 0 : (double) correct / count;
    }
}
