package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Pulls the values of every channel under a mask towards the distribution of a painting's: half the sum of (value - remapped value)²,
 * the remapped value being held. Of equal values the one that stands first has the lower rank. Risser, Wilmot, Barnes 2017; 256 bins.
 */
public final class HistogramPull implements Pull {

    private static final int DIGIT = 11;
    private static final int DIGITS = 1 << DIGIT;

    private final PullName name;
    private final Device device;
    private final HistogramRemap remap;
    private final HistogramRemap.Range range;
    private final int[] places;
    private final int area;
    private final Sorter[] sorters;
    private final double[] losses;

    /** @param mask of the picture's maps; places above 1/2 count, as many as the remap is made for */
    public HistogramPull(PullName name, HistogramRemap remap, HistogramRemap.Range range, Mask mask, Device device) {
        this.name = name;
        this.device = device;
        this.remap = remap;
        this.range = range;
        this.area = mask.height() * mask.width();
        this.places = new int[remap.count()];
        int n = 0;
        for (int i = 0; i < area; i++) {
            if (mask.values()[i] > 0.5f) {
                places[n++] = i;
            }
        }
        this.sorters = new Sorter[Math.min(remap.channels(), device.threads())];
        for (int i = 0; i < sorters.length; i++) {
            sorters[i] = new Sorter(places.length);
        }
        this.losses = new double[remap.channels()];
    }

    @Override
    public PullName name() {
        return name;
    }

    @Override
    public double pull(Tensor maps, Tensor gradient) {
        gradient.fill(0);
        device.run(sorters.length, n -> {
            for (int channel = n; channel < remap.channels(); channel += sorters.length) {
                losses[channel] = pull(maps.data(), gradient.data(), channel, sorters[n]);
            }
        });
        double loss = 0;
        for (double each : losses) {
            loss += each;
        }
        return loss;
    }

    private double pull(float[] maps, float[] gradient, int channel, Sorter sorter) {
        int[] order = sorter.sort(maps, channel * area);
        boolean painting = range == HistogramRemap.Range.PAINTING || order.length == 0;
        float low = painting ? remap.least(channel) : maps[channel * area + order[0]];
        float high = painting ? remap.greatest(channel) : maps[channel * area + order[order.length - 1]];
        double loss = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int i = channel * area + order[rank];
            float difference = maps[i] - remap.value(channel, rank, low, high);
            gradient[i] = difference;
            loss += 0.5 * difference * difference;
        }
        return loss;
    }

    /** Sorts places by their values, digit by digit from the lowest: stable, and without allocation. */
    private final class Sorter {

        private final int[][] order;
        private final int[][] keys;
        private final int[] starts = new int[DIGITS];

        private Sorter(int size) {
            order = new int[][] {new int[size], new int[size]};
            keys = new int[][] {new int[size], new int[size]};
        }

        private int[] sort(float[] maps, int offset) {
            for (int n = 0; n < places.length; n++) {
                int bits = Float.floatToRawIntBits(maps[offset + places[n]] + 0f);
                keys[0][n] = bits ^ (bits >> 31 | Integer.MIN_VALUE);
                order[0][n] = places[n];
            }
            pass(0, 0);
            pass(1, DIGIT);
            pass(0, 2 * DIGIT);
            return order[1];
        }

        private void pass(int from, int shift) {
            java.util.Arrays.fill(starts, 0);
            for (int key : keys[from]) {
                starts[key >>> shift & DIGITS - 1]++;
            }
            int sum = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int count = starts[digit];
                starts[digit] = sum;
                sum += count;
            }
            for (int n = 0; n < places.length; n++) {
                int key = keys[from][n];
                int to = starts[key >>> shift & DIGITS - 1]++;
                keys[1 - from][to] = key;
                order[1 - from][to] = order[from][n];
            }
        }
    }
}
