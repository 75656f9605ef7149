package tadpole.engine.doctor;

import tadpole.engine.training.Experiment;

/**
 * An experiment that confirms a finding.
 *
 * @param label      on the button: "Try rate 0.03"
 * @param experiment the run's own with one change and a short length
 * @param expects    what one will see where the finding is right: "The loss ends lower than 0.31."
 */
public record Trial(String label, Experiment experiment, String expects) {}
