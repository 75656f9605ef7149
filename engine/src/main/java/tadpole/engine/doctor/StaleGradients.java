package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.training.TrainingPlan;

/** Gradients that are never set to zero pile up from step to step. */
final class StaleGradients implements Rule {

    @Override
    public String id() {
        return "stale-gradients";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        String which = s.experiment().training().settings().choice(TrainingPlan.ZERO_GRADIENTS.key());
        if (which.equals("all")) {
            return Optional.empty();
        }
        String grown = s.pulses().size() < 2 ? "" : " The gradients' length went from %s to %s.".formatted(
                Words.number(s.pulses().getFirst().gradient()), Words.number(s.pulses().getLast().gradient()));
        return ill("Gradients are never set to zero", "%s keep those of all steps before.%s".formatted(which.equals("none") ? "All parameters" : "Biases", grown),
                Trials.lower(s, "zeroed gradients", own -> own.withTraining(Trials.plan(own.training(), TrainingPlan.ZERO_GRADIENTS.key(), "all"))));
    }
}
