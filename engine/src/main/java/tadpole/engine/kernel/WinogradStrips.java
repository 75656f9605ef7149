package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * Carries strips of images to transformed tiles and back. Transformed tiles lie as [36 frequencies][tile][channels], with some room
 * after each frequency, so that they do not all fall on the same places of the cache. For one thread.
 */
final class WinogradStrips {
    static final int FREQUENCIES = 36;

    private static final int L = Lanes.COUNT;

    private final LaneImage image = new LaneImage();
    private final float[] half = new float[FREQUENCIES * L];
    private final float[] patch = new float[16 * L];
    private final float[] biases = new float[L];

    /** Channels filled up to whole vectors and whole tiles of a product. */
    static int padded(int channels) {
        int unit = Math.max(L, Tile.ROWS);
        return Math.ceilDiv(channels, unit) * unit;
    }

    /** How far apart frequencies lie. */
    static int step(WinogradGrid grid, int channels) {
        return grid.room() * padded(channels) + 16;
    }

    /** Transforms a strip of an input with the given sizes, as many channels as there are lanes, to tiles for a product. */
    void input(ConvolutionShape shape, WinogradGrid grid, int block, int strip, int group, float[] x, float[] v) {
        int columns = 4 * grid.columns() + 2;
        int rows = grid.rows(block);
        read(x, shape.inChannels(), shape.height(), shape.width(), grid.firstImage(block) + strip, group,
                4 * grid.firstRow(block) - shape.padding(), 4 * rows + 2, shape.padding(), columns);
        float[] pixels = image.pixels(0);
        int channels = padded(shape.inChannels());
        int step = step(grid, shape.inChannels());
        int to = Scratch.START + strip * grid.tilesOfStrip(block) * channels + group * L;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int at = (row * 4 * columns + column * 4) * L;
                for (int j = 0; j < 6; j++) {
                    WinogradTransform.input(pixels, at + j * L, columns * L, half, j * L, 6 * L);
                }
                for (int i = 0; i < 6; i++) {
                    WinogradTransform.input(half, i * 6 * L, L, v, to + i * 6 * step, step);
                }
                to += channels;
            }
        }
    }

    /** Transforms a strip of the output's gradient. */
    void gradient(ConvolutionShape shape, WinogradGrid grid, int block, int strip, int group, float[] dy, float[] d) {
        int columns = 4 * grid.columns();
        int rows = grid.rows(block);
        read(dy, shape.outChannels(), shape.outHeight(), shape.outWidth(), grid.firstImage(block) + strip, group, 4 * grid.firstRow(block),
                4 * rows, 0, columns);
        float[] pixels = image.pixels(0);
        int channels = padded(shape.outChannels());
        int step = step(grid, shape.outChannels());
        int to = Scratch.START + strip * grid.tilesOfStrip(block) * channels + group * L;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int at = (row * 4 * columns + column * 4) * L;
                for (int j = 0; j < 4; j++) {
                    WinogradTransform.gradient(pixels, at + j * L, columns * L, half, j * L, 4 * L);
                }
                for (int i = 0; i < 6; i++) {
                    WinogradTransform.gradient(half, i * 4 * L, L, d, to + i * 6 * step, step);
                }
                to += channels;
            }
        }
    }

    private void read(float[] x, int channels, int height, int width, int number, int group, int first, int rows, int left, int columns) {
        int plane = (number * channels + group * L) * height * width;
        image.read(x, plane, Math.min(L, channels - group * L), height, width, first, rows, left, columns);
    }

    /** Transforms the tiles of a strip back to a strip of the output, adds the bias, and cuts at zero when {@code relu}. */
    void output(ConvolutionShape shape, WinogradGrid grid, int block, int strip, int group, float[] m, float[] bias, boolean relu, float[] y) {
        int width = shape.outWidth();
        int first = 4 * grid.firstRow(block);
        int height = Math.min(4 * grid.rows(block), shape.outHeight() - first);
        int channels = padded(shape.outChannels());
        int step = step(grid, shape.outChannels());
        int count = Math.min(L, shape.outChannels() - group * L);
        float[] pixels = image.pixels(4 * grid.rows(block) * width + 4);
        if (bias.length > 0) {
            System.arraycopy(bias, group * L, biases, 0, count);
        } else {
            Arrays.fill(biases, 0);
        }
        int from = Scratch.START + strip * grid.tilesOfStrip(block) * channels + group * L;
        for (int row = 0; row < height; row += 4) {
            for (int column = 0; column < width; column += 4) {
                for (int j = 0; j < 6; j++) {
                    WinogradTransform.output(m, from + j * step, 6 * step, half, j * L, 6 * L);
                }
                boolean whole = column + 4 <= width;
                for (int i = 0; i < 4; i++) {
                    int at = ((row + i) * width + column) * L;
                    WinogradTransform.output(half, i * 6 * L, L, whole ? pixels : patch, whole ? at : 0, L);
                    if (!whole) {
                        System.arraycopy(patch, 0, pixels, at, (width - column) * L);
                    }
                }
                from += channels;
            }
            if (relu || bias.length > 0) {
                int rows = Math.min(4, height - row);
                WinogradTransform.addAndBound(biases, relu ? 0 : Float.NEGATIVE_INFINITY, pixels, row * width * L, rows * width);
            }
        }
        int plane = shape.outHeight() * width;
        int number = grid.firstImage(block) + strip;
        image.write(y, (number * shape.outChannels() + group * L) * plane + first * width, count, plane, height * width);
    }
}
