package tadpole.engine.picture.histogram;

import java.util.stream.IntStream;

/**
 * How many of some values lie in each of equally wide bins between the least and the greatest.
 *
 * @param least    where the first bin begins
 * @param greatest where the last bin ends, itself within it
 * @param counts   of each bin; nobody writes into it
 */
public record Histogram(float least, float greatest, int[] counts) {

    public static final int BINS = 256;

    /** Of the values at some places, counted from the offset, between their own least and greatest. */
    public static Histogram of(float[] values, int offset, int[] places, int bins) {
        if (places.length == 0) {
            throw new IllegalArgumentException("A histogram needs at least one value.");
        }
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int place : places) {
            least = Math.min(least, values[offset + place]);
            greatest = Math.max(greatest, values[offset + place]);
        }
        return of(values, offset, places, bins, least, greatest);
    }

    /** In given bounds; what lies beyond them is counted in the outermost bins. */
    public static Histogram of(float[] values, int offset, int[] places, int bins, float least, float greatest) {
        int[] counts = new int[bins];
        double scale = greatest > least ? bins / ((double) greatest - least) : 0;
        for (int place : places) {
            counts[(int) Math.clamp((values[offset + place] - (double) least) * scale, 0.0, bins - 1.0)]++;
        }
        return new Histogram(least, greatest, counts);
    }

    /** All places of a plane of so many values. */
    public static int[] all(int size) {
        return IntStream.range(0, size).toArray();
    }

    public int bins() {
        return counts.length;
    }

    /** How many values were counted. */
    public int total() {
        return IntStream.of(counts).sum();
    }

    /**
     * Where each of n values must lie, in ascending order, so that they have this histogram: 0 at the least, 1 at the greatest. Where counts are
     * scaled, then by n / total; the one of rank r, counted from 0, lies in the bin that holds r + 1/2 of the counts summed up, and in it straight
     * between the bin's two ends.
     */
    float[] places(int n, boolean scaled) {
        float[] made = new float[n];
        double scale = scaled ? (double) n / total() : 1;
        double before = 0;
        int bin = 0;
        for (int r = 0; r < n; r++) {
            double wanted = r + 0.5;
            while (bin < counts.length - 1 && (counts[bin] == 0 || before + counts[bin] * scale < wanted)) {
                before += counts[bin] * scale;
                bin++;
            }
            double within = counts[bin] == 0 ? 1 : Math.min(1, (wanted - before) / (counts[bin] * scale));
            made[r] = (float) ((bin + within) / counts.length);
        }
        return made;
    }
}
