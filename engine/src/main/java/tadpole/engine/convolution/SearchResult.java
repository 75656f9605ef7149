package tadpole.engine.convolution;

/**
 * How a search ended.
 *
 * @param best     the step with the lowest loss
 * @param steps    how many were made
 * @param windows  what the picture can tell about a kernel
 * @param sentence the same for a person
 */
public record SearchResult(Ending ending, SearchStep best, int steps, Windows windows, String sentence) {

    public enum Ending {
        /** The loss is below what is enough, and no other kernel does that. */
        FOUND,
        /** The loss is as low, but the picture cannot tell this kernel from others. */
        NOT_TOLD,
        /** The loss no longer falls: there is no better kernel, or none that this way leads to. */
        LEVEL,
        /** All steps were made. */
        STEPS,
        /** The loss grew beyond all numbers. */
        DIVERGED,
        STOPPED
    }
}
