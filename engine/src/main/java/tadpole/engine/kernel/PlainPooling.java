package tadpole.engine.kernel;

import java.util.Arrays;

/** The yardstick: each window is gone through by itself. */
final class PlainPooling implements Pooling {
    private final PoolingShape shape;
    private final Workers workers;

    PlainPooling(PoolingShape shape, Workers workers) {
        this.shape = shape;
        this.workers = workers;
    }

    @FunctionalInterface
    private interface Window {
        /** One window: its rows and columns in the plane that begins at {@code x}, and its place in the output. */
        void at(int x, int top, int bottom, int left, int right, int y);
    }

    @Override
    public void max(float[] x, float[] y, int[] largest) {
        eachWindow((plane, top, bottom, left, right, out) -> {
            int best = plane + top * shape.width() + left;
            for (int i = top; i < bottom; i++) {
                for (int j = left; j < right; j++) {
                    int at = plane + i * shape.width() + j;
                    if (x[at] > x[best] || Float.isNaN(x[at]) && !Float.isNaN(x[best])) {
                        best = at;
                    }
                }
            }
            y[out] = x[best];
            largest[out] = best;
        });
    }

    @Override
    public void maxBackward(float[] dy, int[] largest, float[] dx) {
        Arrays.fill(dx, 0, shape.inputSize(), 0);
        eachWindow((_, _, _, _, _, out) -> dx[largest[out]] += dy[out]);
    }

    @Override
    public void average(float[] x, float[] y) {
        eachWindow((plane, top, bottom, left, right, out) -> {
            float sum = 0;
            for (int i = top; i < bottom; i++) {
                for (int j = left; j < right; j++) {
                    sum += x[plane + i * shape.width() + j];
                }
            }
            y[out] = sum / (shape.window() * shape.window());
        });
    }

    @Override
    public void averageBackward(float[] dy, float[] dx) {
        Arrays.fill(dx, 0, shape.inputSize(), 0);
        eachWindow((plane, top, bottom, left, right, out) -> {
            for (int i = top; i < bottom; i++) {
                for (int j = left; j < right; j++) {
                    dx[plane + i * shape.width() + j] += dy[out] / (shape.window() * shape.window());
                }
            }
        });
    }

    private void eachWindow(Window window) {
        workers.run(shape.batch() * shape.channels(), plane -> {
            for (int i = 0; i < shape.outHeight(); i++) {
                for (int j = 0; j < shape.outWidth(); j++) {
                    int top = i * shape.stride() - shape.padding();
                    int left = j * shape.stride() - shape.padding();
                    window.at(plane * shape.height() * shape.width(), Math.max(0, top), Math.min(shape.height(), top + shape.window()),
                            Math.max(0, left), Math.min(shape.width(), left + shape.window()), (plane * shape.outHeight() + i) * shape.outWidth() + j);
                }
            }
        });
    }
}
