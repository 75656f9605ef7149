package tadpole.engine.picture.pull;

import java.util.Optional;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Measures a {@link Spread} in buffers that are used again. */
final class SpreadSums {

    private final Optional<Mask> mask;
    private final Device device;
    private final float[] roots;
    private final double sum;
    private float[] centered = new float[0];

    SpreadSums(Optional<Mask> mask, Device device) {
        this.mask = mask;
        this.device = device;
        roots = new float[mask.map(each -> each.values().length).orElse(0)];
        double total = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = (float) Math.sqrt(mask.orElseThrow().values()[i]);
            total += mask.orElseThrow().values()[i];
        }
        sum = total;
    }

    double total(Tensor maps) {
        return Math.max(mask.isPresent() ? sum : Weighted.places(maps), Weighted.LEAST);
    }

    /** Writes mean and covariance. @return (F - mean) √m, channels by places */
    Matrix measure(Tensor maps, float[] mean, Matrix covariance) {
        Weighted.requireFit(mask, maps);
        int channels = maps.shape().at(0);
        int places = Weighted.places(maps);
        if (centered.length < maps.size()) {
            centered = new float[maps.size()];
        }
        double total = total(maps);
        device.run(channels, c -> {
            mean[c] = (float) (sum(maps.data(), c * places, places) / total);
            center(maps.data(), c * places, places, mean[c]);
        });
        Matrix rows = Matrix.of(centered, channels, places);
        device.kernels().multiply(rows, rows.transpose(), covariance);
        device.kernels().scale((float) (1 / total), covariance.data(), channels * channels);
        return rows;
    }

    private double sum(float[] x, int from, int places) {
        double sum = 0;
        if (mask.isEmpty()) {
            for (int i = 0; i < places; i++) {
                sum += x[from + i];
            }
            return sum;
        }
        float[] m = mask.get().values();
        for (int i = 0; i < places; i++) {
            sum += (double) x[from + i] * m[i];
        }
        return sum;
    }

    private void center(float[] x, int from, int places, float mean) {
        if (mask.isEmpty()) {
            for (int i = from; i < from + places; i++) {
                centered[i] = x[i] - mean;
            }
            return;
        }
        for (int i = 0; i < places; i++) {
            centered[from + i] = (x[from + i] - mean) * roots[i];
        }
    }

    /** gradient = gradient √m + offsets m, the offset of each row. */
    void maskRows(Tensor gradient, float[] offsets) {
        int places = Weighted.places(gradient);
        float[] dx = gradient.data();
        device.run(gradient.shape().at(0), c -> {
            int from = c * places;
            if (mask.isEmpty()) {
                for (int i = from; i < from + places; i++) {
                    dx[i] += offsets[c];
                }
                return;
            }
            float[] m = mask.get().values();
            for (int i = 0; i < places; i++) {
                dx[from + i] = dx[from + i] * roots[i] + offsets[c] * m[i];
            }
        });
    }
}
