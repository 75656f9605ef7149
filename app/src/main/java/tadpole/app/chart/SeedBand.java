package tadpole.app.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Several lines as one: their mean, and from the least to the greatest of them. Where one has no point of its own its value lies on the
 * straight line between its neighbors; after its end it counts no more.
 *
 * @param low   where at least two lines are
 * @param runs  how many lines there are at each point of the mean
 */
public record SeedBand(Points mean, Points low, Points high, int[] runs) {

    public static SeedBand of(List<Points> lines) {
        List<Points> all = lines.stream().filter(each -> each.size() > 0).toList();
        double[] x = all.stream().flatMapToDouble(each -> DoubleStream.of(each.x())).sorted().distinct().toArray();
        double[] mean = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        int[] runs = new int[x.length];
        int[] next = new int[all.size()];
        for (int i = 0; i < x.length; i++) {
            low[i] = Double.POSITIVE_INFINITY;
            high[i] = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < all.size(); j++) {
                next[j] = reach(all.get(j).x(), x[i], next[j]);
                double value = value(all.get(j), x[i], next[j]);
                if (!Double.isNaN(value)) {
                    runs[i]++;
                    mean[i] += value;
                    low[i] = Math.min(low[i], value);
                    high[i] = Math.max(high[i], value);
                }
            }
            mean[i] /= runs[i];
        }
        int shared = (int) Arrays.stream(runs).filter(each -> each > 1).count();
        double[] sharedX = new double[shared];
        double[] sharedLow = new double[shared];
        double[] sharedHigh = new double[shared];
        for (int i = 0, k = 0; i < x.length; i++) {
            if (runs[i] > 1) {
                sharedX[k] = x[i];
                sharedLow[k] = low[i];
                sharedHigh[k++] = high[i];
            }
        }
        return new SeedBand(new Points(x, mean), new Points(sharedX, sharedLow), new Points(sharedX, sharedHigh), runs);
    }

    /** How many lines there are at x. */
    public int runsAt(double x) {
        int found = Arrays.binarySearch(mean.x(), x);
        return found >= 0 ? runs[found] : 0;
    }

    /** The first point that is not before x. */
    private static int reach(double[] all, double x, int from) {
        int at = from;
        while (at < all.length && all[at] < x) {
            at++;
        }
        return at;
    }

    private static double value(Points line, double x, int at) {
        if (at == line.size() || at == 0 && line.x()[0] > x) {
            return Double.NaN;
        }
        if (line.x()[at] == x) {
            return line.y()[at];
        }
        double share = (x - line.x()[at - 1]) / (line.x()[at] - line.x()[at - 1]);
        return line.y()[at - 1] + share * (line.y()[at] - line.y()[at - 1]);
    }
}
