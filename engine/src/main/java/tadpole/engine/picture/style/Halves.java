package tadpole.engine.picture.style;

import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A picture half as large, each pixel the mean of 2x2, and gradients on their way back. A last odd row or column is left out. */
final class Halves {

    private final Device device;

    Halves(Device device) {
        this.device = device;
    }

    static Shape shape(Shape whole) {
        return Shape.of(whole.at(0), whole.at(1) / 2, whole.at(2) / 2);
    }

    /** @param half of {@link #shape} of the whole; is written */
    void halve(Tensor whole, Tensor half) {
        int width = whole.shape().at(2);
        int to = half.shape().at(2);
        float[] x = whole.data();
        float[] y = half.data();
        each(half, (from, row) -> {
            int at = from(whole, half, row);
            for (int i = 0; i < to; i++) {
                int left = at + 2 * i;
                y[from + i] = (x[left] + x[left + 1] + (x[left + width] + x[left + width + 1])) / 4;
            }
        });
    }

    /** Adds a quarter of the half's gradient to each of its four pixels. */
    void addBack(Tensor half, Tensor whole) {
        int width = whole.shape().at(2);
        int to = half.shape().at(2);
        float[] dy = half.data();
        float[] dx = whole.data();
        each(half, (from, row) -> {
            int at = from(whole, half, row);
            for (int i = 0; i < to; i++) {
                float part = dy[from + i] / 4;
                int left = at + 2 * i;
                dx[left] += part;
                dx[left + 1] += part;
                dx[left + width] += part;
                dx[left + width + 1] += part;
            }
        });
    }

    private interface Row {
        void at(int from, int row);
    }

    private void each(Tensor half, Row work) {
        int width = half.shape().at(2);
        device.run(half.shape().at(0) * half.shape().at(1), row -> work.at(row * width, row));
    }

    /** Where in the whole the first of a row's four pixels stands. */
    private static int from(Tensor whole, Tensor half, int row) {
        int rows = half.shape().at(1);
        return (row / rows * whole.shape().at(1) + row % rows * 2) * whole.shape().at(2);
    }
}
