package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.training.TrainingPlan;

/** A batch's gradients summed instead of averaged: each step is as many times larger as there are images in it. */
final class SummedGradients implements Rule {

    @Override
    public String id() {
        return "summed-gradients";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (!s.experiment().training().sums() || !RateTooHigh.breaks(s)) {
            return Optional.empty();
        }
        int batch = s.experiment().training().batch();
        return ill("A batch's gradients are summed", "With a batch of %d each step is %d times as large as with the mean: %s.".formatted(batch, batch, RateTooHigh.evidence(s)),
                Trials.lower(s, "their mean", own -> own.withTraining(Trials.plan(own.training(), TrainingPlan.REDUCTION.key(), "mean"))));
    }
}
