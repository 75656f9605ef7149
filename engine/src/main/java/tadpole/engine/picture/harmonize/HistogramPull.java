package tadpole.engine.picture.harmonize;

import java.util.stream.IntStream;
import tadpole.engine.picture.histogram.HistogramRemap;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.Pull;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Pulls the values of every channel at some places towards a painting's histogram: half the sum of (value - remapped value)², the remapped
 * value being held. Risser, Wilmot, Barnes 2017, equation 9; 256 bins.
 */
public final class HistogramPull implements Pull {

    private final PullName name;
    private final HistogramRemap remap;
    private final int[] places;
    private final Device device;
    private double[] losses = new double[0];

    /** @param remap of the same places */
    public HistogramPull(PullName name, HistogramRemap remap, int[] places, Device device) {
        this.name = name;
        this.remap = remap;
        this.places = places.clone();
        this.device = device;
    }

    /** Places of a mask above 1/2. */
    public static int[] places(Mask mask) {
        return IntStream.range(0, mask.values().length).filter(i -> mask.values()[i] > 0.5f).toArray();
    }

    @Override
    public PullName name() {
        return name;
    }

    public HistogramRemap remap() {
        return remap;
    }

    @Override
    public double pull(Tensor maps, Tensor gradient) {
        int channels = maps.shape().at(0);
        int area = maps.shape().at(1) * maps.shape().at(2);
        if (losses.length != channels) {
            losses = new double[channels];
        }
        gradient.fill(0);
        remap.remap(maps.data(), area, gradient.data(), device);
        device.run(channels, channel -> losses[channel] = subtract(maps.data(), gradient.data(), channel * area));
        double loss = 0;
        for (double each : losses) {
            loss += each;
        }
        return loss;
    }

    private double subtract(float[] maps, float[] gradient, int offset) {
        double sum = 0;
        for (int place : places) {
            float difference = maps[offset + place] - gradient[offset + place];
            gradient[offset + place] = difference;
            sum += 0.5 * difference * difference;
        }
        return sum;
    }
}
