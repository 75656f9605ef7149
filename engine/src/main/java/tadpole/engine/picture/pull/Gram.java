package tadpole.engine.picture.pull;

import java.util.List;
import java.util.Optional;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Which maps of a layer are strong together: (F m)(F m)^T / (C sum(m)), with F the maps as C rows of places and m how much each place counts.
 * Gatys, Ecker, Bethge 2016; masked as by Luan et al. 2018.
 *
 * @param values channels · channels numbers, row by row; nobody writes into them
 */
public record Gram(int channels, float[] values) {

    public Gram {
        if (values.length != channels * channels) {
            throw new IllegalArgumentException("A Gram matrix of %d maps has %d numbers, but here are %d.".formatted(channels, channels * channels,
                    values.length));
        }
    }

    /**
     * @param maps [channels,height,width]
     * @param mask of the layer's size, where not every place counts
     */
    public static Gram of(Tensor maps, Optional<Mask> mask, Device device) {
        Weighted weighted = new Weighted(mask, device);
        int channels = maps.shape().at(0);
        float[] values = new float[channels * channels];
        product(weighted.times(maps), weighted.total(maps), Matrix.of(values, channels, channels), device);
        return new Gram(channels, values);
    }

    /** Shares of several: weights that add up to 1 give a blend. */
    public static Gram blend(List<Gram> grams, double[] weights) {
        return new Gram(grams.getFirst().channels, Blend.of(grams.stream().map(Gram::values).toList(), weights));
    }

    public float at(int row, int column) {
        return values[row * channels + column];
    }

    static void product(Matrix maps, double total, Matrix gram, Device device) {
        device.kernels().multiply(maps, maps.transpose(), gram);
        device.kernels().scale((float) (1 / (gram.rows() * Math.max(total, Weighted.LEAST))), gram.data(), gram.rows() * gram.rows());
    }
}
