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
        if (!isTight(s)) {
            return Optional.empty();
        }
        return ill("Gradients are clipped too short", "Every step is cut to a length of %s: log10 %s, calm is \u22123.5 to \u22122.5.".formatted(
                Words.setting(s.experiment().training().clipNorm()), RateTooHigh.each(s)),
                Trials.lower(s, "no clipping", own -> own.withTraining(Trials.plan(own.training(), TrainingPlan.CLIP_NORM.key(), 0.0))));
    }

    /** Whether the clip, not the rate, keeps all weights nearly still. */
    static boolean isTight(Symptoms s) {
        double clip = s.experiment().training().clipNorm();
        return clip > 0 && RateTooLow.isSlow(s) && s.latest().stream().allMatch(each -> each.gradient() >= 0.98 * clip / 2);
    }
}
