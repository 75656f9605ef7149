package tadpole.engine.picture.pull;

import java.util.Map;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Adam on pixels, Kingma and Ba 2015, algorithm 1; its epsilon is 1e-12, not 1e-8: gradients of mean squares are as small as 1e-9. */
public final class PixelAdam implements PixelOptimizer {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-12f;

    private final double rate;
    private final Sums sums;
    private final float[] mean;
    private final float[] square;
    private int steps;

    /** @param rate in gray levels a step @param size how many numbers a picture has */
    public PixelAdam(double rate, int size, Device device) {
        this.rate = rate;
        sums = new Sums(device);
        mean = new float[size];
        square = new float[size];
    }

    @Override
    public void step(float[] pixels, float[] gradient) {
        steps++;
        float step = (float) (rate / (1 - Math.pow(BETA1, steps)));
        float root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, steps)));
        sums.each(mean.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                float g = gradient[i];
                mean[i] = (float) BETA1 * mean[i] + (float) (1 - BETA1) * g;
                square[i] = (float) BETA2 * square[i] + (float) (1 - BETA2) * g * g;
                pixels[i] -= step * mean[i] / ((float) Math.sqrt(square[i]) * root + EPSILON);
            }
        });
    }

    @Override
    public Map<String, Tensor> state() {
        return Map.of("steps", Tensor.of(Shape.of(1), steps), "mean", copy(mean), "square", copy(square));
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        steps = (int) state.get("steps").data()[0];
        System.arraycopy(state.get("mean").data(), 0, mean, 0, mean.length);
        System.arraycopy(state.get("square").data(), 0, square, 0, square.length);
    }

    private static Tensor copy(float[] values) {
        return Tensor.of(Shape.of(values.length), values.clone());
    }
}
