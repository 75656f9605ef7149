package tadpole.parity.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import tadpole.engine.parity.Part;
import tadpole.engine.schedule.Move;
import tadpole.parity.cases.TorchCase.Source;
import tadpole.parity.torch.TorchSide.Rates;

/**
 * Every schedule, on a small network: 30 steps, 5 an epoch. PyTorch's schedules are Python; here are the formulas of its
 * documentation, written as recursions where it gives them.
 */
final class ScheduleCases {

    private static final double PEAK = 0.1;
    private static final int STEPS = 30;
    private static final int EPOCH = 5;

    static final List<TorchCase> ALL = List.of(
            schedule("constant", "", Map.of(), _ -> PEAK),
            schedule("linearWarmUp", "", Map.of("warmUp", 2), step -> PEAK * warmUp(step, 10)),
            schedule("step", "every 2 epochs", Map.of("stepSize", 2, "gamma", 0.3), step -> epochs(step, epoch -> epoch % 2 == 0 ? 0.3 : 1)),
            schedule("exponential", "once an epoch", Map.of("gamma", 0.8, "stairs", true), step -> epochs(step, _ -> 0.8)),
            schedule("exponential", "every batch", Map.of("gamma", 0.8), step -> PEAK * Math.pow(Math.pow(0.8, 1.0 / EPOCH), step)),
            schedule("cosine", "", Map.of("etaMin", 0.01), step -> cosine(step, STEPS, 0.01)),
            schedule("cosine", "after a warm-up", Map.of("warmUp", 1),
                    step -> step < EPOCH ? PEAK * warmUp(step, EPOCH) : cosine(step - EPOCH, STEPS - EPOCH, 0)),
            schedule("cosineRestarts", "first 2 epochs, then twice as long", Map.of("t0", 2, "etaMin", 0.001), ScheduleCases::restarts),
            triangular("", Map.of("stepSizeUp", 2), 10, 10, (_, _) -> 1),
            triangular("half as high each time, faster down", Map.of("stepSizeUp", 1, "stepSizeDown", 0.6, "mode", "triangular2"), 5, 3,
                    (cycle, _) -> 1 / Math.pow(2, cycle - 1)),
            triangular("falling by gamma", Map.of("stepSizeUp", 1, "mode", "expRange", "gamma", 0.97), 5, 5,
                    (_, step) -> Math.pow(0.97, step)),
            oneCycle("", Map.of(), 0.3, 25, 1e4, false, false),
            oneCycle("three phases, straight lines",
                    Map.of("pctStart", 0.4, "threePhase", true, "annealStrategy", "linear", "divFactor", 10, "finalDivFactor", 100),
                    0.4, 10, 100, true, true));

    private ScheduleCases() {}

    private static TorchCase schedule(String type, String with, Map<String, Object> settings, IntToDoubleFunction rate) {
        return new Draft("schedule", type, with).steps(STEPS)
                .schedule(Part.of(type, new HashMap<>(settings)), step -> new Move(rate.applyAsDouble(step), OptionalDouble.empty()))
                .by(Source.SCHEDULE);
    }

    private static TorchCase moving(String type, String with, Map<String, Object> settings, Rates rates) {
        return new Draft("schedule", type, with).steps(STEPS)
                .optimizer(Part.of("momentum", Map.of("rate", PEAK)), OptimizerCases.SGD.replace("[], ", "s0, "))
                .schedule(Part.of(type, new HashMap<>(settings)), rates).by(Source.SCHEDULE);
    }

    /** LinearLR from a third. */
    private static double warmUp(int step, int steps) {
        return 1.0 / 3 + (1 - 1.0 / 3) * Math.min(steps, step) / steps;
    }

    /** What is asked after every epoch: the rate times a factor. */
    private static double epochs(int step, IntToDoubleFunction factor) {
        double rate = PEAK;
        for (int epoch = 1; epoch <= step / EPOCH; epoch++) {
            rate *= factor.applyAsDouble(epoch);
        }
        return rate;
    }

    /** CosineAnnealingLR's recursion. */
    private static double cosine(int step, int steps, double least) {
        double rate = PEAK;
        for (int t = 0; t < step; t++) {
            rate = least + (rate - least) * (1 + Math.cos((t + 1) * Math.PI / steps)) / (1 + Math.cos(t * Math.PI / steps));
        }
        return rate;
    }

    /** CosineAnnealingWarmRestarts with T_0 = 2, T_mult = 2, told the epoch with its fraction. */
    private static double restarts(int step) {
        double now = (double) step / EPOCH;
        double length = 2;
        while (now >= length) {
            now -= length;
            length *= 2;
        }
        return 0.001 + (PEAK - 0.001) * (1 + Math.cos(Math.PI * now / length)) / 2;
    }

    /** What CyclicLR multiplies the height with. */
    private interface Scale {
        double of(double cycle, int step);
    }

    /** CyclicLR between a quarter of the peak and the peak, momentum between 0.85 and 0.95. */
    private static TorchCase triangular(String with, Map<String, Object> settings, int up, int down, Scale scale) {
        return moving("triangular", with, settings, step -> {
            double total = up + down;
            double cycle = Math.floor(1 + step / total);
            double x = 1 + step / total - cycle;
            double ratio = up / total;
            double height = (x <= ratio ? x / ratio : (x - 1) / (ratio - 1)) * scale.of(cycle, step);
            return new Move(PEAK / 4 + (PEAK - PEAK / 4) * height, OptionalDouble.of(0.95 - (0.95 - 0.85) * height));
        });
    }

    private static TorchCase oneCycle(String with, Map<String, Object> settings, double rise, double divisor, double last, boolean three,
            boolean linear) {
        double start = PEAK / divisor;
        double end = start / last;
        double[] ends = three
                ? new double[] {rise * STEPS - 1, 2 * rise * STEPS - 2, STEPS - 1}
                : new double[] {rise * STEPS - 1, STEPS - 1};
        double[] rates = three ? new double[] {start, PEAK, start, end} : new double[] {start, PEAK, end};
        double[] momenta = three ? new double[] {0.95, 0.85, 0.95, 0.95} : new double[] {0.95, 0.85, 0.95};
        return moving("oneCycle", with, settings, step -> {
            double from = 0;
            int phase = 0;
            while (step > ends[phase]) {
                from = ends[phase++];
            }
            double share = (step - from) / (ends[phase] - from);
            return new Move(anneal(rates[phase], rates[phase + 1], share, linear),
                    OptionalDouble.of(anneal(momenta[phase], momenta[phase + 1], share, linear)));
        });
    }

    private static double anneal(double from, double to, double share, boolean linear) {
        return linear ? (to - from) * share + from : to + (from - to) / 2 * (Math.cos(Math.PI * share) + 1);
    }
}
