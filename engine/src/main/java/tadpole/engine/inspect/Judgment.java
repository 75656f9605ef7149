package tadpole.engine.inspect;

/** What a check says of one gradient. */
public enum Judgment {
    /** Nothing of it is checked, or all of it crossed a kink. */
    UNKNOWN,
    RIGHT,
    WRONG,
    /** Analytic and numeric gradient differ, but no more than the numeric one is off at this step h. */
    UNTOLD
}
