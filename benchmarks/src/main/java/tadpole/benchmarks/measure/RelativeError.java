package tadpole.benchmarks.measure;

import java.util.List;

/** How far two sides' results are apart: the largest |a - b| / |b| (Euclidean lengths) of all arrays that came out. */
public final class RelativeError {

    private RelativeError() {}

    public static double of(List<float[]> ours, List<float[]> theirs) {
        if (ours.size() != theirs.size()) {
            throw new IllegalArgumentException("One side gives %d results, the other %d.".formatted(ours.size(), theirs.size()));
        }
        double largest = 0;
        for (int i = 0; i < ours.size(); i++) {
            double error = of(ours.get(i), theirs.get(i));
            largest = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(largest, error);
        }
        return largest;
    }

    private static double of(float[] ours, float[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalArgumentException("One side gives %d numbers, the other %d.".formatted(ours.length, theirs.length));
        }
        double difference = 0;
        double size = 0;
        for (int i = 0; i < ours.length; i++) {
            double each = ours[i] - (double) theirs[i];
            difference += each * each;
            size += (double) theirs[i] * theirs[i];
        }
        return difference == 0 ? 0 : Math.sqrt(difference / size);
    }
}
