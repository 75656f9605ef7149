package tadpole.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Which losses the picture of a race shows: from the least to where the curves are after 20 steps or a fiftieth of the race, so
 * that neither the common fall at the start nor one that flies up presses together what comes after.
 *
 * @param above what lies higher than the picture, in words; empty where nothing does
 */
record LossRange(LogAxis axis, String above) {

    /** A curve this many times higher than the middle one does not widen the picture for its start. */
    private static final double MOST_APART = 2;

    private static final int SETTLED = 20;
    /** Room below the start while nothing has fallen yet. */
    private static final double LEAST_FALL = 0.5;

    static LossRange of(List<RaceCurve> curves, int steps) {
        if (curves.isEmpty()) {
            return new LossRange(LogAxis.of(0.1, 2.5), "");
        }
        double least = curves.stream().flatMapToDouble(each -> Arrays.stream(each.low())).filter(LossRange::isLoss).min().orElse(0.1);
        double start = middle(curves.stream().mapToDouble(each -> each.mean()[0])).orElse(2.5);
        double middle = middle(curves.stream().mapToDouble(each -> settled(each, steps))).orElse(start);
        double highest = curves.stream().mapToDouble(each -> settled(each, steps)).filter(LossRange::isLoss).max().orElse(start);
        double ends = curves.stream().mapToDouble(each -> each.mean()[each.mean().length - 1]).filter(LossRange::isLoss).max().orElse(start);
        LogAxis axis = LogAxis.of(Math.min(least, LEAST_FALL * start), Math.max(Math.min(Math.min(highest, MOST_APART * middle), start), Math.min(ends, 2 * start)));
        return new LossRange(axis, above(curves, start, axis.to()));
    }

    private static double settled(RaceCurve curve, int steps) {
        for (int i = 0; i < curve.steps().length; i++) {
            if (curve.steps()[i] >= Math.max(SETTLED, steps / 50.0)) {
                return curve.mean()[i];
            }
        }
        return curve.mean()[0];
    }

    private static String above(List<RaceCurve> curves, double start, double top) {
        List<String> words = new ArrayList<>();
        if (start > top) {
            words.add(String.format(Locale.ROOT, "start %.3g", start));
        }
        for (RaceCurve each : curves) {
            double most = Arrays.stream(each.mean()).map(loss -> Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY).max().orElse(0);
            if (most > Math.max(top, 1.1 * start)) {
                words.add(each.label() + (Double.isFinite(most) ? " " + LogAxis.text(Math.round(10 * most) / 10.0) : " without end"));
            }
        }
        return words.isEmpty() ? "" : "above the picture: " + String.join(", ", words);
    }

    /** The lower one of two. */
    private static OptionalDouble middle(DoubleStream losses) {
        double[] sorted = losses.filter(LossRange::isLoss).sorted().toArray();
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[(sorted.length - 1) / 2]);
    }

    private static boolean isLoss(double loss) {
        return Double.isFinite(loss) && loss > 0;
    }
}
