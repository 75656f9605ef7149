package tadpole.engine.convolution;

import java.util.Arrays;

/** One small grid of weights as a person edits it, row by row; never changes. */
public final class Kernel {

    /** As many rows and columns as one may edit. */
    public static final int MOST = 9;
    private static final double NOISE = 1e-6;

    private final int height;
    private final int width;
    private final float[] values;

    private Kernel(int height, int width, float[] values) {
        this.height = height;
        this.width = width;
        this.values = values;
    }

    /**
     * A zero with a sign becomes one without.
     *
     * @throws IllegalArgumentException where there are not height · width values, or a side is not 1 to {@link #MOST}
     */
    public static Kernel of(int height, int width, float... values) {
        if (height < 1 || width < 1 || height > MOST || width > MOST || values.length != height * width) {
            throw new IllegalArgumentException("A kernel is 1x1 to %dx%d, but here are %d numbers for %dx%d."
                    .formatted(MOST, MOST, values.length, height, width));
        }
        float[] own = values.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] += 0f;
        }
        return new Kernel(height, width, own);
    }

    public static Kernel zeros(int height, int width) {
        return of(height, width, new float[height * width]);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    public float at(int u, int v) {
        return values[u * width + v];
    }

    /** A copy. */
    public float[] values() {
        return values.clone();
    }

    public Kernel with(int u, int v, float value) {
        float[] other = values.clone();
        other[u * width + v] = value + 0f;
        return new Kernel(height, width, other);
    }

    /** In another size around the same middle: cut, or zeros around. */
    public Kernel resized(int newHeight, int newWidth) {
        Kernel other = zeros(newHeight, newWidth);
        int down = (newHeight - 1) / 2 - (height - 1) / 2;
        int right = (newWidth - 1) / 2 - (width - 1) / 2;
        for (int u = 0; u < height; u++) {
            for (int v = 0; v < width; v++) {
                if (u + down >= 0 && u + down < newHeight && v + right >= 0 && v + right < newWidth) {
                    other.values[(u + down) * newWidth + v + right] = at(u, v);
                }
            }
        }
        return other;
    }

    /** Turned by half a turn: what makes a correlation of a convolution. */
    public Kernel flipped() {
        float[] other = new float[values.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = values[values.length - 1 - i];
        }
        return new Kernel(height, width, other);
    }

    /** 0 where the numbers cancel each other but for their rounding to floats: up to a millionth of the sum of their magnitudes. */
    public double sum() {
        double sum = 0;
        double magnitudes = 0;
        for (float value : values) {
            sum += value;
            magnitudes += Math.abs(value);
        }
        return Math.abs(sum) <= NOISE * magnitudes ? 0 : sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kernel kernel && height == kernel.height && width == kernel.width && Arrays.equals(values, kernel.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + width;
    }

    @Override
    public String toString() {
        return height + "×" + width + " " + Arrays.toString(values);
    }
}
