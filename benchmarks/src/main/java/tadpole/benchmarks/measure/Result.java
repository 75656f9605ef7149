package tadpole.benchmarks.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;
import tadpole.benchmarks.workload.Workload;

/**
 * What was measured of one workload.
 *
 * @param error how far apart the two sides' results are: {@link RelativeError}
 */
public record Result(Workload workload, double error, List<Round> rounds) {

    public Result {
        rounds = List.copyOf(rounds);
    }

    /** Median of the rounds' ratios Tadpole / PyTorch. */
    public double medianRatio() {
        return median(Round::ratio);
    }

    /** Tadpole's shortest time / PyTorch's shortest. */
    public double bestRatio() {
        return least(Round::tadpole) / least(Round::torch);
    }

    public double tadpoleNanos() {
        return median(Round::tadpole);
    }

    public double torchNanos() {
        return median(Round::torch);
    }

    /** Of the limit that the machine reached in multiply-adds a nanosecond. */
    public double tadpoleShare(double limit) {
        return workload.multiplyAdds() / tadpoleNanos() / limit;
    }

    public double torchShare(double limit) {
        return workload.multiplyAdds() / torchNanos() / limit;
    }

    private double median(ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private double least(ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).min().orElseThrow();
    }
}
