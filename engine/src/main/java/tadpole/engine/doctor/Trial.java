package tadpole.engine.doctor;

import tadpole.engine.training.Experiment;

/**
 * An experiment that confirms a finding.
 *
 * @param label      on the button: "Try rate 0.03"
 * @param experiment the run's own with one change and a short length
 * @param before     the run's own at the same length
 * @param goal       what tells whether the finding is right
 * @param expects    what one will see where the finding is right: "The loss ends lower."
 */
public record Trial(String label, Experiment experiment, Experiment before, Goal goal, String expects) {

    /** What one would like to know: "Try rate 0.03: does it end lower?" */
    public String question() {
        return label + switch (goal) {
            case LOSS_LOWER -> ": does it end lower?";
            case HELD_OUT_LOWER -> ": do other images fare better?";
            case BY_HEART -> ": can it?";
        };
    }

    public enum Goal {
        /** The loss over training images ends lower than without the change. */
        LOSS_LOWER,
        /** The loss over held-out images ends lower than without the change. */
        HELD_OUT_LOWER,
        /** The few images are all right at its end, with a loss of nearly zero. */
        BY_HEART
    }
}
