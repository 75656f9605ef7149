package tadpole.engine.picture.pull;

import java.util.Optional;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Maps times a mask, in a buffer that is used again. Without a mask the maps themselves. */
final class Weighted {

    /** Below this an empty mask would divide by zero. */
    static final double LEAST = 1e-6;

    private final Optional<Mask> mask;
    private final Device device;
    private final double sum;
    private float[] product = new float[0];

    Weighted(Optional<Mask> mask, Device device) {
        this.mask = mask;
        this.device = device;
        double total = 0;
        if (mask.isPresent()) {
            for (float value : mask.get().values()) {
                total += value;
            }
        }
        sum = total;
    }

    /** The sum of the mask; the count of places where there is none. */
    double total(Tensor maps) {
        return mask.isPresent() ? sum : places(maps);
    }

    /** F m as a matrix of channels and places. */
    Matrix times(Tensor maps) {
        requireFit(mask, maps);
        int channels = maps.shape().at(0);
        int places = places(maps);
        if (mask.isEmpty()) {
            return Matrix.of(maps.data(), channels, places);
        }
        if (product.length < maps.size()) {
            product = new float[maps.size()];
        }
        multiply(maps.data(), mask.get().values(), product, channels, places);
        return Matrix.of(product, channels, places);
    }

    /** gradient = gradient m. */
    void maskRows(Tensor gradient) {
        if (mask.isPresent()) {
            multiply(gradient.data(), mask.get().values(), gradient.data(), gradient.shape().at(0), places(gradient));
        }
    }

    private void multiply(float[] x, float[] m, float[] y, int channels, int places) {
        device.run(channels, c -> {
            for (int i = 0; i < places; i++) {
                y[c * places + i] = x[c * places + i] * m[i];
            }
        });
    }

    static int places(Tensor maps) {
        return maps.shape().at(1) * maps.shape().at(2);
    }

    static void requireFit(Optional<Mask> mask, Tensor maps) {
        mask.ifPresent(each -> {
            if (each.height() != maps.shape().at(1) || each.width() != maps.shape().at(2)) {
                throw new ShapeException("A mask for maps of %s has %d×%d places, but this one has %d×%d.".formatted(maps.shape(),
                        maps.shape().at(1), maps.shape().at(2), each.height(), each.width()));
            }
        });
    }

    static void requireAlike(Tensor maps, Tensor gradient) {
        if (!maps.shape().equals(gradient.shape())) {
            throw new ShapeException("A gradient by maps of %s has their shape, but this one has %s.".formatted(maps.shape(), gradient.shape()));
        }
    }
}
