package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.Ranks;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Pulls the values of every channel under a mask towards the distribution of a painting's: half the sum of (value - remapped value)²,
 * the remapped value being held. Of equal values the one that stands first has the lower rank. Risser, Wilmot, Barnes 2017; 256 bins.
 */
public final class HistogramPull implements Pull {

    private final PullName name;
    private final Device device;
    private final HistogramRemap remap;
    private final HistogramRemap.Range range;
    private final int[] places;
    private final int area;
    private final Ranks[] ranks;
    private final float[][] values;
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
        this.ranks = new Ranks[Math.min(remap.channels(), device.threads())];
        this.values = new float[ranks.length][places.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = new Ranks(places.length);
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
        device.run(ranks.length, n -> {
            for (int channel = n; channel < remap.channels(); channel += ranks.length) {
                losses[channel] = pull(maps.data(), gradient.data(), channel, ranks[n], values[n]);
            }
        });
        double loss = 0;
        for (double each : losses) {
            loss += each;
        }
        return loss;
    }

    private double pull(float[] maps, float[] gradient, int channel, Ranks ranks, float[] values) {
        for (int n = 0; n < places.length; n++) {
            values[n] = maps[channel * area + places[n]];
        }
        int[] order = ranks.order(values);
        boolean painting = range == HistogramRemap.Range.PAINTING || order.length == 0;
        float low = painting ? remap.least(channel) : values[order[0]];
        float high = painting ? remap.greatest(channel) : values[order[order.length - 1]];
        double loss = 0;
        for (int rank = 0; rank < order.length; rank++) {
            float difference = values[order[rank]] - remap.value(channel, rank, low, high);
            gradient[channel * area + places[order[rank]]] = difference;
            loss += 0.5 * difference * difference;
        }
        return loss;
    }
}
