package tadpole.engine.job;

/**
 * How far a job is.
 *
 * @param done  finished units of work, at least 0
 * @param total all units of work, or 0 where that is not known
 * @param text  the stage in words, such as "epoch 4 of 10"
 */
public record Progress(long done, long total, String text) {

    public static final Progress NONE = new Progress(0, 0, "");

    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("Progress must not be negative, but is " + done + " of " + total + ".");
        }
    }

    public boolean isKnown() {
        return total > 0;
    }

    /** Between 0 and 1; 0 where the total is not known. */
    public double fraction() {
        return isKnown() ? Math.min(1.0, (double) done / total) : 0.0;
    }
}
