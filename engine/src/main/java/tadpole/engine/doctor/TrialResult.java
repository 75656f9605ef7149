package tadpole.engine.doctor;

/**
 * What came of a trial.
 *
 * @param before    loss without the change, where the goal compares; NaN where it was lost
 * @param after     loss with the change
 * @param confirmed whether the finding is right
 * @param words     "confirmed: ends at 0.21 instead of 0.34"
 */
public record TrialResult(Trial trial, double before, double after, boolean confirmed, String words) {}
