package tadpole.engine.parity;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far two results are apart: |a - b| / |b| (root mean squares) of each array, the largest of them. Arrays that are less
 * than a thousandth of the largest beside them, such as the gradient of a bias that a normalization takes away again, are
 * measured against that thousandth.
 */
public final class Difference {

    private static final double FLOOR = 1e-3;
    private static final double MOVED = 0.1;
    private static final double SHRUNK = 0.1;

    private Difference() {}

    public static double of(double ours, double theirs) {
        return ours == theirs ? 0 : Math.abs(ours - theirs) / Math.abs(theirs);
    }

    public static double of(List<float[]> ours, List<float[]> theirs) {
        if (ours.size() != theirs.size()) {
            throw new IllegalArgumentException("One side gives %d results, the other %d.".formatted(ours.size(), theirs.size()));
        }
        double floor = FLOOR * theirs.stream().mapToDouble(each -> size(each, new float[each.length])).max().orElse(0);
        double largest = 0;
        for (int i = 0; i < ours.size(); i++) {
            double apart = size(ours.get(i), theirs.get(i));
            double each = apart == 0 ? 0 : apart / Math.max(floor, size(theirs.get(i), new float[theirs.get(i).length]));
            largest = Double.isNaN(each) ? Double.POSITIVE_INFINITY : Math.max(largest, each);
        }
        return largest;
    }

    /** Of gradients: measured against a tenth of the first step's where they have become smaller than that. */
    public static double ofGradients(List<float[]> first, List<float[]> ours, List<float[]> theirs) {
        double largest = of(ours, theirs);
        double floor = FLOOR * first.stream().mapToDouble(each -> size(each, new float[each.length])).max().orElse(0);
        double against = 0;
        for (int i = 0; i < first.size(); i++) {
            double began = SHRUNK * Math.max(floor, size(first.get(i), new float[first.get(i).length]));
            double apart = size(ours.get(i), theirs.get(i));
            double each = apart == 0 ? 0 : apart / Math.max(began, size(theirs.get(i), new float[theirs.get(i).length]));
            against = Double.isNaN(each) ? Double.POSITIVE_INFINITY : Math.max(against, each);
        }
        return Math.min(largest, against);
    }

    private static double size(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("One side gives %d numbers, the other %d.".formatted(a.length, b.length));
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return a.length == 0 ? 0 : Math.sqrt(sum / a.length);
    }

    /**
     * Of parameters: measured against how far training moved each of them, or a tenth of itself where it moved less: of a
     * small move, rounding to floats leaves few digits.
     */
    public static double ofParameters(List<float[]> start, List<float[]> ours, List<float[]> theirs) {
        return IntStream.range(0, start.size()).mapToDouble(i -> {
            double moved = size(theirs.get(i), start.get(i));
            double apart = size(ours.get(i), theirs.get(i));
            double each = apart == 0 ? 0 : apart / Math.max(moved, MOVED * size(theirs.get(i), new float[theirs.get(i).length]));
            return Double.isNaN(each) ? Double.POSITIVE_INFINITY : each;
        }).max().orElse(0);
    }
}
