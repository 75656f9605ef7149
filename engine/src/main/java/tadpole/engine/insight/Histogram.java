package tadpole.engine.insight;

import java.util.Arrays;

/**
 * How many of some numbers lie where, in equally wide bins over their own range.
 *
 * @param least     left edge of the first bin: the least number; NaN where there is no finite one
 * @param greatest  right edge of the last bin, which it belongs to: the greatest number
 * @param counts    how many lie in each bin
 * @param notFinite how many are NaN or infinite and in no bin
 */
public record Histogram(double least, double greatest, int[] counts, int notFinite) {

    public static final int BINS = 48;

    /** Of the first numbers of an array. */
    public static Histogram of(float[] values, int size) {
        return of(values, values, 0, size);
    }

    /** Of the differences of two arrays, of so many numbers from the front. */
    static Histogram of(float[] values, float[] taken, int size) {
        return of(values, taken, 1, size);
    }

    /** Of values - times * taken. */
    private static Histogram of(float[] values, float[] taken, double times, int size) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int finite = 0;
        for (int i = 0; i < size; i++) {
            double value = values[i] - times * taken[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
                finite++;
            }
        }
        int[] counts = new int[BINS];
        if (finite == 0) {
            return new Histogram(Double.NaN, Double.NaN, counts, size);
        }
        double factor = BINS / (greatest - least);
        for (int i = 0; i < size && greatest > least; i++) {
            double value = values[i] - times * taken[i];
            if (Math.abs(value) <= Double.MAX_VALUE) {
                counts[Math.min(BINS - 1, (int) ((value - least) * factor))]++;
            }
        }
        if (greatest == least) {
            counts[BINS / 2] = finite;
        }
        return new Histogram(least, greatest, counts, size - finite);
    }

    /** How many numbers were counted, in bins or not. */
    public int size() {
        return Arrays.stream(counts).sum() + notFinite;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram(double from, double to, int[] many, int odd) && Double.compare(from, least) == 0
                && Double.compare(to, greatest) == 0 && odd == notFinite && Arrays.equals(many, counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
