package tadpole.engine.kernel;

import java.util.Arrays;

/** Pictures with pixels put around them. Shapes: x [planes, height, width], y [planes, height + top + bottom, width + left + right]. */
public record BorderPadding(PaddingMode mode, int planes, int height, int width, Sides around) {
    /** Numbers of one task. */
    private static final int PART = 16384;

    public BorderPadding {
        if (Math.max(around.top(), around.bottom()) > mode.most(height) || Math.max(around.left(), around.right()) > mode.most(width)) {
            throw new IllegalArgumentException("A picture of %dx%d has not enough pixels to put around it: %s, %s.".formatted(height, width, mode, around));
        }
    }

    public int paddedHeight() {
        return height + around.rows();
    }

    public int paddedWidth() {
        return width + around.columns();
    }

    /** Overwrites y. */
    void forward(Workers workers, float[] x, float[] y) {
        workers.ranges(planes * paddedHeight(), Math.max(1, PART / paddedWidth()), (from, to) -> {
            for (int row = from; row < to; row++) {
                int at = source(row);
                int out = row * paddedWidth();
                if (at < 0) {
                    Arrays.fill(y, out, out + paddedWidth(), 0);
                } else {
                    fillRow(x, at, y, out);
                }
            }
        });
    }

    /** Where the row of x begins that a row of y repeats; -1 for zeros. */
    private int source(int row) {
        int from = mode.source(row % paddedHeight() - around.top(), height);
        return from < 0 ? -1 : (row / paddedHeight() * height + from) * width;
    }

    private void fillRow(float[] x, int at, float[] y, int out) {
        int first = out + around.left();
        System.arraycopy(x, at, y, first, width);
        if (mode == PaddingMode.ZEROS) {
            Arrays.fill(y, out, first, 0);
            Arrays.fill(y, first + width, first + width + around.right(), 0);
            return;
        }
        for (int k = 1; k <= around.left(); k++) {
            y[first - k] = x[at + mode.source(-k, width)];
        }
        for (int k = 0; k < around.right(); k++) {
            y[first + width + k] = x[at + mode.source(width + k, width)];
        }
    }

    /** Overwrites dx with the sums of dy over all that its pixels became. */
    void backward(Workers workers, float[] dy, float[] dx) {
        workers.ranges(planes, Math.max(1, PART / (paddedHeight() * paddedWidth())), (from, to) -> {
            Arrays.fill(dx, from * height * width, to * height * width, 0);
            for (int row = from * paddedHeight(); row < to * paddedHeight(); row++) {
                int out = source(row);
                if (out >= 0) {
                    addRow(dy, row * paddedWidth() + around.left(), dx, out);
                }
            }
        });
    }

    private void addRow(float[] dy, int at, float[] dx, int out) {
        for (int j = 0; j < width; j++) {
            dx[out + j] += dy[at + j];
        }
        if (mode == PaddingMode.ZEROS) {
            return;
        }
        for (int k = 1; k <= Math.max(around.left(), around.right()); k++) {
            if (k <= around.left()) {
                dx[out + mode.source(-k, width)] += dy[at - k];
            }
            if (k <= around.right()) {
                dx[out + mode.source(width - 1 + k, width)] += dy[at + width - 1 + k];
            }
        }
    }
}
