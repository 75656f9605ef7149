package tadpole.engine.layer;

import java.util.Arrays;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Sequences laid out by time first, [time, n, width]: all that one step of time needs stands together, and what all steps need is
 * one matrix. Batches come and go as [n, time, width].
 */
record TimeMajor(int time, int n, int width) {

    Tensor buffer(String name, Pass pass) {
        return pass.buffer(name, Shape.of(time, n, width));
    }

    /** One step of time, [n, width]. */
    Matrix at(int t, Tensor of) {
        return Matrix.of(of.data(), t * n * width, n, width);
    }

    /** So many steps from the first on, [steps n, width]. */
    Matrix first(int steps, Tensor of) {
        return Matrix.of(of.data(), steps * n, width);
    }

    /** Zeros at one step of time. */
    void clear(int t, Tensor of) {
        Arrays.fill(of.data(), t * n * width, (t + 1) * n * width, 0);
    }

    /** A batch [n, time, width] by time first. */
    void fill(Tensor into, Tensor batch) {
        for (int row = 0; row < n; row++) {
            for (int t = 0; t < time; t++) {
                System.arraycopy(batch.data(), (row * time + t) * width, into.data(), (t * n + row) * width, width);
            }
        }
    }

    /** The steps after the given number as a batch [n, time - skipped, width]. */
    void copyTo(Tensor batch, Tensor from, int skipped) {
        int steps = time - skipped;
        for (int row = 0; row < n; row++) {
            for (int t = 0; t < steps; t++) {
                System.arraycopy(from.data(), ((t + skipped) * n + row) * width, batch.data(), (row * steps + t) * width, width);
            }
        }
    }
}
