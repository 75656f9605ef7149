package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * Pictures mirrored at their edges, the edge itself not said twice: 3 2 | 1 2 3 4 | 3 2. Shapes: x [planes, height, width], y
 * [planes, height + 2 padding, width + 2 padding]; padding is below height and width.
 */
public record ReflectionPadding(int planes, int height, int width, int padding) {
    /** Numbers of one task. */
    private static final int PART = 16384;

    public ReflectionPadding {
        if (padding >= height || padding >= width) {
            throw new IllegalArgumentException("A picture of " + height + "x" + width + " has not " + padding + " pixels to mirror.");
        }
    }

    public int paddedHeight() {
        return height + 2 * padding;
    }

    public int paddedWidth() {
        return width + 2 * padding;
    }

    private int planesOfTask() {
        return Math.max(1, PART / (paddedHeight() * paddedWidth()));
    }

    /** Overwrites y. */
    void forward(Workers workers, float[] x, float[] y) {
        workers.ranges(planes, planesOfTask(), (from, to) -> {
            for (int row = from * paddedHeight(); row < to * paddedHeight(); row++) {
                int plane = row / paddedHeight();
                fillRow(x, (plane * height + mirrored(row % paddedHeight() - padding, height)) * width, y, row * paddedWidth());
            }
        });
    }

    private void fillRow(float[] x, int at, float[] y, int out) {
        System.arraycopy(x, at, y, out + padding, width);
        for (int k = 1; k <= padding; k++) {
            y[out + padding - k] = x[at + k];
            y[out + padding + width - 1 + k] = x[at + width - 1 - k];
        }
    }

    /** Overwrites dx with the sums of dy over all that its pixels became. */
    void backward(Workers workers, float[] dy, float[] dx) {
        workers.ranges(planes, planesOfTask(), (from, to) -> {
            Arrays.fill(dx, from * height * width, to * height * width, 0);
            for (int row = from * paddedHeight(); row < to * paddedHeight(); row++) {
                int plane = row / paddedHeight();
                addRow(dy, row * paddedWidth(), dx, (plane * height + mirrored(row % paddedHeight() - padding, height)) * width);
            }
        });
    }

    private void addRow(float[] dy, int at, float[] dx, int out) {
        for (int j = 0; j < width; j++) {
            dx[out + j] += dy[at + padding + j];
        }
        for (int k = 1; k <= padding; k++) {
            dx[out + k] += dy[at + padding - k];
            dx[out + width - 1 - k] += dy[at + padding + width - 1 + k];
        }
    }

    private static int mirrored(int place, int size) {
        return place < 0 ? -place : place >= size ? 2 * size - 2 - place : place;
    }
}
