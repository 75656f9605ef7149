package tadpole.engine.doctor;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steps so large that they jump over the valley: the loss rises, or the weights move by more than a hundredth each step. */
final class RateTooHigh implements Rule {

    private static final double FAR = 0.5;
    private static final double FAST = 0.02;
    private static final double HIGH = 0.08;
    private static final double SMALL = 0.1;
    private static final int SETTLED = 300;
    private static final double LIVELY = 0.0032;
    private static final double CALM = 1e-4;

    @Override
    public String id() {
        return "rate-too-high";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (s.lost().isPresent()) {
            return ill("The learning rate is too high", "At rate %s the numbers were lost at step %d. Before, %s.".formatted(
                    Words.setting(s.experiment().rate()), s.lost().get().step(), evidence(s)), Trials.rate(s, factor(s)));
        }
        if (!s.hadTime() || s.latest().isEmpty() || dead(s)) {
            return Optional.empty();
        }
        double ratio = fastest(s);
        if (jumps(s)) {
            return ill("The learning rate is too high", "%s, a batch's went up to %s, and the average stands at %s; %s.".formatted(
                    s.began(), Words.number(s.loss().highest()), Words.number(s.loss().now()), evidence(s)), Trials.rate(s, factor(s)));
        }
        String numbers = "log10 %s; calm is \u22123.5 to \u22122.5".formatted(each(s));
        if (ratio > HIGH && s.steps() >= SETTLED && s.loss().now() > 0.05 * s.begin()) {
            return suspect("Updates are large for the weights", numbers + ".", Trials.rate(s, 0.3));
        }
        if (ratio > LIVELY) {
            Optional<Trial> trial = ratio > 0.01 && s.loss().now() > 0.05 * s.begin() ? Trials.rate(s, 0.3) : Optional.empty();
            return Optional.of(new Finding(id(), Finding.State.WELL, "Updates are lively, and the run bears them", numbers, trial));
        }
        return ratio > CALM ? well("Updates are calm", numbers) : Optional.empty();
    }

    /** Whether steps are so large that the run suffers from it. */
    static boolean breaks(Symptoms s) {
        return s.lost().isPresent() || s.hadTime() && jumps(s);
    }

    private static boolean jumps(Symptoms s) {
        double first = s.begin();
        boolean rises = s.loss().now() > 1.2 * first || s.loss().worst() > 5 * first && s.loss().worst() > 5 * s.loss().now();
        return rises && peak(s) > FAST || s.isStuck() && peak(s) > FAR;
    }

    /** Whether the weights of some layer ever moved too far in a step. */
    static boolean isFast(Symptoms s) {
        return s.lost().isPresent() || peak(s) > FAST && s.hadTime();
    }

    /** A tenth, or so much less that the first step would have been a small one. */
    private static double factor(Symptoms s) {
        double first = s.pulses().isEmpty() ? Double.NaN : Symptoms.largest(s.pulses().getFirst().layers().stream().mapToDouble(Pulse.OfLayer::ratio).toArray());
        return first > 0 ? Math.clamp(Math.pow(10, Math.floor(Math.log10(SMALL / first))), 1e-5, 0.1) : 0.1;
    }

    static String evidence(Symptoms s) {
        double peak = peak(s);
        return Double.isNaN(peak) ? "nothing was learned"
                : "a step moved weights by %s, calm is 0.1 %%".formatted(
                        peak > 1 ? "%s times their length".formatted(Words.number(peak)) : "%s of their length".formatted(Words.percent(peak)));
    }

    /** Of the layer that moves most. */
    private static double fastest(Symptoms s) {
        return Symptoms.largest(s.ratios());
    }

    /** The largest of all measured steps. */
    private static double peak(Symptoms s) {
        return s.pulses().stream().flatMap(each -> each.layers().stream()).mapToDouble(Pulse.OfLayer::ratio)
                .filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
    }

    static String each(Symptoms s) {
        double[] ratios = s.ratios();
        // One decimal would put what is just outside of the calm zone on its edge.
        int digits = Arrays.stream(ratios).anyMatch(each -> Math.abs(Math.log10(each) + 2.5) < 0.05 || Math.abs(Math.log10(each) + 3.5) < 0.05) ? 2 : 1;
        if (ratios.length > 3) {
            double[] sorted = Arrays.stream(ratios).filter(each -> !Double.isNaN(each)).sorted().toArray();
            return sorted.length == 0 ? "NaN" : "%s to %s".formatted(Words.log10(sorted[0], digits), Words.log10(sorted[sorted.length - 1], digits));
        }
        return Arrays.stream(ratios).mapToObj(each -> Words.log10(each, digits)).collect(Collectors.joining(" and "));
    }

    /** Silent from the start on: no rate explains it. */
    private static boolean dead(Symptoms s) {
        return s.start().layers().stream().anyMatch(each -> each.units() > 0 && each.silent() > 0.9 * each.units());
    }
}
