package tadpole.engine.picture.pull;

import java.util.List;
import java.util.Optional;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Mean and covariance of a layer's maps over the places: mean = sum(m F) / sum(m), covariance = sum(m (F - mean)(F - mean)^T) / sum(m).
 *
 * @param mean       channels numbers; nobody writes into them
 * @param covariance channels · channels numbers, row by row; nobody writes into them
 */
public record Spread(float[] mean, float[] covariance) {

    public Spread {
        if (covariance.length != mean.length * mean.length) {
            throw new IllegalArgumentException("A covariance of %d maps has %d numbers, but here are %d.".formatted(mean.length,
                    mean.length * mean.length, covariance.length));
        }
    }

    /** @param mask of the layer's size, where not every place counts */
    public static Spread of(Tensor maps, Optional<Mask> mask, Device device) {
        int channels = maps.shape().at(0);
        Spread spread = new Spread(new float[channels], new float[channels * channels]);
        new SpreadSums(mask, device).measure(maps, spread.mean, Matrix.of(spread.covariance, channels, channels));
        return spread;
    }

    public int channels() {
        return mean.length;
    }

    /** Shares of several: weights that add up to 1 give a blend. */
    public static Spread blend(List<Spread> spreads, double[] weights) {
        return new Spread(Blend.of(spreads.stream().map(Spread::mean).toList(), weights),
                Blend.of(spreads.stream().map(Spread::covariance).toList(), weights));
    }
}
