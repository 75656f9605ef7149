package tadpole.engine.doctor;

import java.util.Optional;

/** Steps so small that the loss hardly falls. */
final class RateTooLow implements Rule {

    private static final double SLOW = 1.5e-4;

    @Override
    public String id() {
        return "rate-too-low";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (!isSlow(s) || TightClip.isTight(s) || RawInputs.areTiny(s)) {
            return Optional.empty();
        }
        String evidence = "%s and is %s after %s; updates are log10 %s, calm is \u22123.5 to \u22122.5.".formatted(
                s.began(), Words.number(s.loss().now()), Words.counted(s.steps(), "step"), RateTooHigh.each(s));
        double factor = Math.clamp(0.003 / Symptoms.largest(s.ratios()), 10, 10_000);
        return ill("The learning rate is too low", evidence, Trials.rate(s, Math.pow(10, Math.round(Math.log10(factor)))));
    }

    /** Whether all weights stand nearly still, and always did, while there is much to learn. */
    static boolean isSlow(Symptoms s) {
        double ratio = Symptoms.largest(s.ratios());
        return s.hadTime() && s.isStuck() && ratio > 0 && ratio < SLOW && !RateTooHigh.isFast(s);
    }
}
