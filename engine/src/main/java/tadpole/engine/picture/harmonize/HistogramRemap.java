package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Tensor;

/**
 * What n values of each channel would be if they were distributed as a painting's: the value of rank r, counted from 0, goes to where r + 1/2
 * values of the painting's histogram lie below, linearly within the bin. The n values never change, so they are made once.
 */
public final class HistogramRemap {

    public static final int BINS = 256;

    /** Between which values the bins lie when a rank is turned into a value. */
    public enum Range { PAINTING, PICTURE }

    private final int count;
    private final float[] least;
    private final float[] greatest;
    private final float[][] positions;

    /**
     * @param painting [channels,height,width]
     * @param mask     which of its places count: those above 1/2
     * @param count    of the picture's places under its mask
     * @param scaled   whether the painting's counts are scaled to the picture's count
     */
    public HistogramRemap(Tensor painting, Mask mask, int count, boolean scaled) {
        int channels = painting.shape().at(0);
        this.count = count;
        this.least = new float[channels];
        this.greatest = new float[channels];
        this.positions = new float[channels][count];
        float[] values = new float[places(mask)];
        for (int channel = 0; channel < channels; channel++) {
            gather(painting, channel, mask, values);
            measure(channel, values);
            place(positions[channel], counts(values, least[channel], greatest[channel]), scaled ? (double) count / Math.max(1, values.length) : 1);
        }
    }

    /** How many places of a mask count. */
    public static int places(Mask mask) {
        int places = 0;
        for (float value : mask.values()) {
            places += value > 0.5f ? 1 : 0;
        }
        return places;
    }

    private static void gather(Tensor maps, int channel, Mask mask, float[] values) {
        int area = mask.height() * mask.width();
        int n = 0;
        for (int i = 0; i < area; i++) {
            if (mask.values()[i] > 0.5f) {
                values[n++] = maps.data()[channel * area + i];
            }
        }
    }

    private void measure(int channel, float[] values) {
        float low = values.length == 0 ? 0 : Float.POSITIVE_INFINITY;
        float high = values.length == 0 ? 0 : Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        least[channel] = low;
        greatest[channel] = high;
    }

    /** How many of the values lie in each of the bins between two values; the greatest lies in the last. */
    public static int[] counts(float[] values, float least, float greatest) {
        int[] counts = new int[BINS];
        double width = ((double) greatest - least) / BINS;
        for (float value : values) {
            counts[width > 0 ? Math.min(BINS - 1, (int) ((value - (double) least) / width)) : 0]++;
        }
        return counts;
    }

    /** Where in the bins, 0 to 256, each rank falls. */
    private static void place(float[] positions, int[] counts, double scale) {
        int bin = 0;
        double below = 0;
        for (int rank = 0; rank < positions.length; rank++) {
            while (bin < BINS - 1 && below + counts[bin] * scale <= rank + 0.5) {
                below += counts[bin++] * scale;
            }
            double inside = counts[bin] == 0 ? 1 : (rank + 0.5 - below) / (counts[bin] * scale);
            positions[rank] = (float) (bin + Math.min(1, inside));
        }
    }

    public int channels() {
        return least.length;
    }

    public int count() {
        return count;
    }

    /** The painting's least value in a channel. */
    public float least(int channel) {
        return least[channel];
    }

    /** The painting's greatest value in a channel. */
    public float greatest(int channel) {
        return greatest[channel];
    }

    /** What the value of a rank becomes where the bins lie between two values. */
    public float value(int channel, int rank, float low, float high) {
        return (float) (low + positions[channel][rank] * ((double) high - low) / BINS);
    }
}
