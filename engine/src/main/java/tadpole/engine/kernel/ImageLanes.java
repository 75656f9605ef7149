package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * Carries planes of as many images as a vector has lanes from their usual places to lanes, [pixel][image], and back. For one thread.
 */
final class ImageLanes {
    private static final int L = Lanes.COUNT;

    private final TransposeBlock block = new TransposeBlock();
    private final float[] square = new float[L * L];
    private float[] flat = {};

    /**
     * Reads rows of {@code width} pixels that begin at {@code at} and, in the following images, {@code imageStep} further on each. In
     * {@code to} rows come to lie {@code rowStep} numbers apart. Lanes beyond the last image repeat it.
     */
    void read(float[] x, int at, int imageStep, int images, int rows, int width, float[] to, int out, int rowStep) {
        if (rowStep == width * L) {
            Packing.transpose(x, at, imageStep, images, rows * width, to, out, L, L, block);
            return;
        }
        if (width >= L) {
            for (int row = 0; row < rows; row++) {
                Packing.transpose(x, at + row * width, imageStep, images, width, to, out + row * rowStep, L, L, block);
            }
            return;
        }
        if (flat.length < rows * width * L) {
            flat = new float[rows * width * L];
        }
        Packing.transpose(x, at, imageStep, images, rows * width, flat, 0, L, L, block);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(flat, row * width * L, to, out + row * rowStep, width * L);
        }
    }

    /** Sets the lanes beyond the last image of {@code count} pixels to zero. */
    static void clearBeyond(int images, float[] x, int at, int count) {
        if (images == L) {
            return;
        }
        for (int pixel = 0; pixel < count; pixel++) {
            Arrays.fill(x, at + pixel * L + images, at + (pixel + 1) * L, 0);
        }
    }

    /**
     * Writes rows of {@code width} pixels, {@code rowStep} numbers apart, to places that begin at {@code out} and, in the following images,
     * {@code imageStep} further on each.
     */
    void write(float[] from, int at, int rows, int width, int rowStep, float[] y, int out, int imageStep, int images) {
        if (rowStep == width * L) {
            write(from, at, rows * width, y, out, imageStep, images);
            return;
        }
        for (int row = 0; row < rows; row++) {
            write(from, at + row * rowStep, width, y, out + row * width, imageStep, images);
        }
    }

    private void write(float[] from, int at, int count, float[] y, int out, int imageStep, int images) {
        for (int pixel = 0; pixel < count; pixel += L) {
            int first = Math.max(0, Math.min(pixel, count - L));
            int pixels = Math.min(L, count - first);
            if (images == L && pixels == L) {
                block.transpose(from, at + first * L, L, L - 1, y, out + first, imageStep);
                continue;
            }
            block.transpose(from, at + first * L, L, pixels - 1, square, 0, L);
            for (int image = 0; image < images; image++) {
                System.arraycopy(square, image * L, y, out + first + image * imageStep, pixels);
            }
        }
    }
}
