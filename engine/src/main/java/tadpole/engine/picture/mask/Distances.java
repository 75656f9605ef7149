package tadpole.engine.picture.mask;

import java.util.Arrays;

/**
 * How far each pixel is from the nearest of some, exact, in time that grows with the pixels only: the lower envelope of parabolas, along
 * columns, then rows. Felzenszwalb, Huttenlocher: Distance transforms of sampled functions, 2012.
 */
final class Distances {

    private static final double FAR = 1e12;

    private Distances() {}

    /** Squares of the distances between centers of pixels; {@value #FAR} or more where there is no seed at all. */
    static double[] squared(boolean[] seeds, int height, int width) {
        double[] squares = new double[height * width];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = seeds[i] ? 0 : FAR;
        }
        nearestAbove(squares, height, width);
        Envelope envelope = new Envelope(width);
        for (int y = 0; y < height; y++) {
            envelope.lower(squares, y * width);
        }
        return squares;
    }

    /** Along columns a seed is 0 or nothing, so that counting down and up is enough. */
    private static void nearestAbove(double[] squares, int height, int width) {
        int[] since = new int[width];
        for (int turn = 0; turn < 2; turn++) {
            Arrays.fill(since, Integer.MAX_VALUE);
            for (int n = 0; n < height; n++) {
                int row = (turn == 0 ? n : height - 1 - n) * width;
                for (int x = 0; x < width; x++) {
                    since[x] = squares[row + x] == 0 ? 0 : since[x] == Integer.MAX_VALUE ? since[x] : since[x] + 1;
                    if (since[x] != Integer.MAX_VALUE) {
                        squares[row + x] = Math.min(squares[row + x], (double) since[x] * since[x]);
                    }
                }
            }
        }
    }

    private static final class Envelope {

        private final int[] roots;
        private final double[] starts;
        private final double[] heights;

        Envelope(int length) {
            roots = new int[length];
            starts = new double[length + 1];
            heights = new double[length];
        }

        void lower(double[] values, int from) {
            int length = heights.length;
            System.arraycopy(values, from, heights, 0, length);
            int last = 0;
            roots[0] = 0;
            starts[0] = Double.NEGATIVE_INFINITY;
            for (int q = 1; q < length; q++) {
                double cut = cut(q, roots[last]);
                while (cut <= starts[last]) {
                    last--;
                    cut = cut(q, roots[last]);
                }
                last++;
                roots[last] = q;
                starts[last] = cut;
            }
            starts[last + 1] = Double.POSITIVE_INFINITY;
            int k = 0;
            for (int q = 0; q < length; q++) {
                while (starts[k + 1] < q) {
                    k++;
                }
                double aside = q - roots[k];
                values[from + q] = aside * aside + heights[roots[k]];
            }
        }

        private double cut(int q, int r) {
            return (heights[q] + (double) q * q - heights[r] - (double) r * r) / (2.0 * (q - r));
        }
    }
}
