package tadpole.engine.picture.mask;

import java.util.Arrays;

/**
 * Masks of drawn shapes with smooth edges: each pixel's value is how much of it lies inside. Places are in pixels from the upper left
 * corner; pixel 0 reaches from 0 to 1, and shapes may reach beyond the picture.
 */
public final class Shapes {

    private Shapes() {}

    /** Between two opposite corners, in any order. */
    public static Mask rectangle(int height, int width, double x1, double y1, double x2, double y2) {
        float[] values = new float[height * width];
        for (int y = 0; y < height; y++) {
            double rows = shared(y, Math.min(y1, y2), Math.max(y1, y2));
            for (int x = 0; rows > 0 && x < width; x++) {
                values[y * width + x] = (float) (rows * shared(x, Math.min(x1, x2), Math.max(x1, x2)));
            }
        }
        return new Mask(height, width, values);
    }

    /** In the rectangle between two opposite corners, in any order. */
    public static Mask ellipse(int height, int width, double x1, double y1, double x2, double y2) {
        Coverage coverage = new Coverage(height, width);
        double tall = Math.abs(y2 - y1) / 2;
        double wide = Math.abs(x2 - x1) / 2;
        double middleX = (x1 + x2) / 2;
        double middleY = (y1 + y2) / 2;
        int end = coverage.lineAt(middleY + tall);
        for (int line = coverage.lineAt(middleY - tall); line < end; line++) {
            double off = (Coverage.middle(line) - middleY) / tall;
            double half = wide * Math.sqrt(Math.max(0, 1 - off * off));
            coverage.add(line, middleX - half, middleX + half);
        }
        return coverage.mask();
    }

    /**
     * What a closed line encloses an odd number of times (even-odd rule).
     *
     * @param xs of its corners; the last is joined to the first; fewer than three enclose nothing
     * @param ys of its corners
     */
    public static Mask lasso(int height, int width, double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("A lasso has as many columns as rows, but here are %d and %d.".formatted(xs.length, ys.length));
        }
        Coverage coverage = new Coverage(height, width);
        double[] cuts = new double[xs.length];
        int end = coverage.lineAt(Arrays.stream(ys).max().orElse(0));
        for (int line = coverage.lineAt(Arrays.stream(ys).min().orElse(0)); line < end; line++) {
            int count = cuts(xs, ys, Coverage.middle(line), cuts);
            Arrays.sort(cuts, 0, count);
            for (int k = 0; k + 1 < count; k += 2) {
                coverage.add(line, cuts[k], cuts[k + 1]);
            }
        }
        return coverage.mask();
    }

    private static int cuts(double[] xs, double[] ys, double y, double[] cuts) {
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            int next = (i + 1) % xs.length;
            if (ys[i] <= y != ys[next] <= y) {
                cuts[count++] = xs[i] + (y - ys[i]) / (ys[next] - ys[i]) * (xs[next] - xs[i]);
            }
        }
        return count;
    }

    private static double shared(int pixel, double from, double to) {
        return Math.clamp(Math.min(to, pixel + 1) - Math.max(from, pixel), 0.0, 1.0);
    }
}
