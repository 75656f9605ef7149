package tadpole.engine.training;

/**
 * How a network does on some samples.
 *
 * @param loss    mean over the samples
 * @param correct how many got their own class; {@link #NO_CLASSES} where numbers are to come out
 * @param count   how many there were
 */
public record Evaluation(double loss, int correct, int count) {

    /** Where numbers are to come out, nothing is right or wrong. */
    public static final int NO_CLASSES = -1;

    /** Whether samples have classes, so that there is an accuracy. */
    public boolean hasAccuracy() {
        return correct != NO_CLASSES;
    }

    /** Between 0 and 1; 0 for no samples, NaN where there are no classes. */
    public double accuracy() {
        if (!hasAccuracy()) {
            return Double.NaN;
        }
        return count == 0 ? 0 : (double) correct / count;
    }
}
