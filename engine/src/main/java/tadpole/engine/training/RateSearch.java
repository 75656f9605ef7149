package tadpole.engine.training;

import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tadpole.engine.optimizer.Optimizers;

/**
 * Looks for a best rate among ..., 0.01, 0.03, 0.1, 0.3, 1, ...: the three around the optimizer's own, and from there on as
 * long as the best of them lies at an end.
 */
final class RateSearch {

    private static final int MOST = 8;

    private final Map<Integer, Double> losses = new TreeMap<>();
    private final int middle;

    RateSearch(double start) {
        this.middle = place(start);
    }

    /** The next rate to try; empty once the best lies between two others, or all that may be tried is. */
    OptionalDouble next() {
        for (int place : new int[] {middle, middle - 1, middle + 1}) {
            if (!losses.containsKey(place)) {
                return inBounds(place);
            }
        }
        if (losses.size() >= MOST) {
            return OptionalDouble.empty();
        }
        int best = losses.entrySet().stream().min(Comparator.comparingDouble(Map.Entry::getValue)).orElseThrow().getKey();
        if (!losses.containsKey(best - 1)) {
            return inBounds(best - 1);
        }
        return losses.containsKey(best + 1) ? OptionalDouble.empty() : inBounds(best + 1);
    }

    /** @param loss of the rate that {@link #next} gave; infinite where it diverged */
    void told(double rate, double loss) {
        losses.put(place(rate), loss);
    }

    /** Nearest among 1 and 3 of every decade. */
    private static int place(double rate) {
        int decade = (int) Math.floor(Math.log10(rate) + 1e-9);
        double mantissa = rate / Math.pow(10, decade);
        return 2 * decade + (mantissa < Math.sqrt(3) ? 0 : mantissa < Math.sqrt(30) ? 1 : 2);
    }

    private static OptionalDouble inBounds(int place) {
        double rate = rate(place);
        return rate < Optimizers.RATE.least() || rate > Optimizers.RATE.most() ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }

    /** By way of text, for 0.3 and not 0.30000000000000004. */
    static double rate(int place) {
        return Double.parseDouble((Math.floorMod(place, 2) == 0 ? "1e" : "3e") + Math.floorDiv(place, 2));
    }
}
