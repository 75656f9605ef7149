package tadpole.engine.dataset;

import static tadpole.engine.dataset.PixelTable.PIXEL_VALUES;

import tadpole.engine.tensor.Shape;

/** How often each of the 256 values occurs in each channel of some pictures. */
final class PixelCounts {

    // Neighbors are often equal; counting them in turn into four rows, none waits for the one before.
    private static final int ROWS = 4;

    private final int area;
    private final int[][] counts;

    PixelCounts(Shape shape) {
        area = shape.size() / shape.at(0);
        counts = new int[shape.at(0)][ROWS * PIXEL_VALUES];
    }

    /** Counts one picture. */
    void add(byte[] pixels, int start) {
        for (int channel = 0; channel < counts.length; channel++) {
            int from = start + channel * area;
            add(pixels, from, from + area, counts[channel]);
        }
    }

    private static void add(byte[] pixels, int from, int to, int[] rows) {
        int i = from;
        for (; i <= to - ROWS; i += ROWS) {
            rows[pixels[i] & 0xFF]++;
            rows[PIXEL_VALUES + (pixels[i + 1] & 0xFF)]++;
            rows[2 * PIXEL_VALUES + (pixels[i + 2] & 0xFF)]++;
            rows[3 * PIXEL_VALUES + (pixels[i + 3] & 0xFF)]++;
        }
        for (; i < to; i++) {
            rows[pixels[i] & 0xFF]++;
        }
    }

    long of(int channel, int pixel) {
        long sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum += counts[channel][row * PIXEL_VALUES + pixel];
        }
        return sum;
    }
}
