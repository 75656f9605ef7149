package tadpole.engine.picture.pull;

import java.util.Optional;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Style as mean and covariance, compared apart: |V - W|^2 / |W|^2 + |v - w|^2 / |w|^2 with V, v of the picture and W, w wanted ({@link Spread}).
 * The gradient by F is 2 m (D (F - v)) / sum(m) + 2 m (v - w) / (|w|^2 sum(m)) with D = 2 (V - W) / |W|^2.
 */
public final class CovariancePull implements Pull {

    private final PullName name;
    private final Spread target;
    private final Device device;
    private final SpreadSums sums;
    private final float[] mean;
    private final float[] covariance;
    private final float[] difference;
    private final float[] offsets;
    private final double meanSquares;
    private final double covarianceSquares;

    /** @param mask of the layer's size, where not every place counts */
    public CovariancePull(PullName name, Spread target, Optional<Mask> mask, Device device) {
        this.name = name;
        this.target = target;
        this.device = device;
        sums = new SpreadSums(mask, device);
        mean = new float[target.channels()];
        offsets = new float[target.channels()];
        covariance = new float[target.covariance().length];
        difference = new float[covariance.length];
        meanSquares = squares(target.mean());
        covarianceSquares = squares(target.covariance());
    }

    @Override
    public PullName name() {
        return name;
    }

    @Override
    public double pull(Tensor maps, Tensor gradient) {
        int channels = maps.shape().at(0);
        if (channels != target.channels()) {
            throw new ShapeException("Style %s wants %d maps, but gets %s.".formatted(name.layer(), target.channels(), maps.shape()));
        }
        Weighted.requireAlike(maps, gradient);
        Matrix centered = sums.measure(maps, mean, Matrix.of(covariance, channels, channels));
        double total = sums.total(maps);
        double apart = difference(covariance, target.covariance(), 4 / (covarianceSquares * total), difference) / covarianceSquares;
        apart += difference(mean, target.mean(), 2 / (meanSquares * total), offsets) / meanSquares;
        device.kernels().multiply(Matrix.of(difference, channels, channels), centered, Matrix.of(gradient.data(), channels, centered.columns()));
        sums.maskRows(gradient, offsets);
        return apart;
    }

    /** difference = (have - want) factor. @return |have - want|^2 */
    private static double difference(float[] have, float[] want, double factor, float[] difference) {
        double sum = 0;
        for (int i = 0; i < have.length; i++) {
            double off = (double) have[i] - want[i];
            sum += off * off;
            difference[i] = (float) (off * factor);
        }
        return sum;
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.max(sum, Float.MIN_NORMAL);
    }
}
