package tadpole.engine.picture.pull;

import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Keeps pixels within 0..255: mean over all numbers of o^2, with o how far a number is outside, in units of 255. */
public final class RangePull implements Pull {

    private static final float WHITE = 255;

    private final PullName name = new PullName(PullName.Kind.RANGE, PullName.PIXELS);
    private final Sums sums;

    public RangePull(Device device) {
        sums = new Sums(device);
    }

    @Override
    public PullName name() {
        return name;
    }

    @Override
    public double pull(Tensor pixels, Tensor gradient) {
        Weighted.requireAlike(pixels, gradient);
        float[] p = pixels.data();
        float[] g = gradient.data();
        float factor = 2 / (WHITE * WHITE * pixels.size());
        return sums.of(pixels.size(), (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                float out = Math.min(p[i], 0) + Math.max(p[i] - WHITE, 0);
                sum += (double) out * out;
                g[i] = factor * out;
            }
            return sum;
        }) / ((double) WHITE * WHITE * pixels.size());
    }
}
