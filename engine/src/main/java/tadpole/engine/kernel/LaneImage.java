package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * A strip of an image with as many channels as a vector has lanes, the channels of a pixel side by side: [rows][columns][lanes].
 * It grows to the largest strip and stays. For one thread.
 */
final class LaneImage {
    private static final int L = Lanes.COUNT;

    private final TransposeBlock block = new TransposeBlock();
    private float[] flat = {};
    private float[] pixels = {};

    /** The memory, at least for {@code count} pixels. */
    float[] pixels(int count) {
        if (pixels.length < count * L) {
            pixels = new float[count * L];
        }
        return pixels;
    }

    /**
     * Reads {@code rows} rows of {@code channels} planes, {@code left} zeros before each row and zeros after it up to {@code columns}.
     * Rows outside the planes are zeros; {@code first} may be negative.
     *
     * @param plane where in x the first channel's plane begins
     */
    void read(float[] x, int plane, int channels, int height, int width, int first, int rows, int left, int columns) {
        float[] to = pixels(rows * columns);
        int from = Math.max(0, first);
        int end = Math.min(height, first + rows);
        if (end <= from || left > 0 || columns > width || end - from < rows) {
            Arrays.fill(to, 0, rows * columns * L, 0);
        }
        if (end <= from) {
            return;
        }
        if (width >= L) {
            for (int row = from; row < end; row++) {
                int out = ((row - first) * columns + left) * L;
                Packing.transpose(x, plane + row * width, height * width, channels, width, to, out, L, L, block);
            }
            return;
        }
        int count = (end - from) * width;
        if (flat.length < count * L) {
            flat = new float[count * L];
        }
        Packing.transpose(x, plane + from * width, height * width, channels, count, flat, 0, L, L, block);
        for (int row = from; row < end; row++) {
            System.arraycopy(flat, (row - from) * width * L, to, ((row - first) * columns + left) * L, width * L);
        }
    }

    /** Writes the first {@code count} pixels to {@code channels} planes of y that are {@code plane} numbers large. */
    void write(float[] y, int at, int channels, int plane, int count) {
        if (channels == L && count >= L) {
            for (int pixel = 0; pixel < count; pixel += L) {
                int first = Math.min(pixel, count - L);
                block.transpose(pixels, first * L, L, L - 1, y, at + first, plane);
            }
            return;
        }
        for (int channel = 0; channel < channels; channel++) {
            for (int pixel = 0; pixel < count; pixel++) {
                y[at + channel * plane + pixel] = pixels[pixel * L + channel];
            }
        }
    }
}
