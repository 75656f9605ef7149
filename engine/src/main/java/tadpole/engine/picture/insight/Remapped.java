package tadpole.engine.picture.insight;

import tadpole.engine.picture.histogram.Histogram;

/**
 * Values of one channel, remapped: all sorted from the least.
 *
 * @param before as they are
 * @param after  what each becomes, at the same rank
 * @param wanted the painting's
 */
public record Remapped(float[] before, float[] after, float[] wanted) {

    /** The least of all. */
    public float least() {
        return Math.min(first(before), Math.min(first(after), first(wanted)));
    }

    /** The greatest of all. */
    public float greatest() {
        return Math.max(last(before), Math.max(last(after), last(wanted)));
    }

    /** Which share of some values lies in each of 256 bins between the least and the greatest of all. */
    public double[] shares(float[] values) {
        int[] counts = Histogram.of(values, 0, Histogram.all(values.length), Histogram.BINS, least(), greatest()).counts();
        double[] shares = new double[counts.length];
        for (int bin = 0; bin < shares.length; bin++) {
            shares[bin] = values.length == 0 ? 0 : (double) counts[bin] / values.length;
        }
        return shares;
    }

    private static float first(float[] values) {
        return values.length == 0 ? 0 : values[0];
    }

    private static float last(float[] values) {
        return values.length == 0 ? 0 : values[values.length - 1];
    }
}
