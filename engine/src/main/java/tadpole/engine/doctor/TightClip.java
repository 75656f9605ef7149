package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.training.TrainingPlan;

/** Gradients clipped so short that nothing moves. */
final class TightClip implements Rule {

    @Override
    public String id() {
        return "tight-clip";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        double clip = s.experiment().training().clipNorm();
        if (clip == 0 || !RateTooLow.isSlow(s) || s.latest().stream().anyMatch(each -> each.gradient() < 0.98 * clip / 2)) {
            return Optional.empty();
        }
        return ill("Gradients are clipped too short", "Every step is cut to a length of %s: log10 %s, calm is \u22123.5 to \u22122.5.".formatted(
                Words.setting(clip), RateTooHigh.each(s)),
                Trials.lower(s, "no clipping", own -> own.withTraining(Trials.plan(own.training(), TrainingPlan.CLIP_NORM.key(), 0.0))));
    }
}
