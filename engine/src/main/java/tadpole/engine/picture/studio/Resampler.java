package tadpole.engine.picture.studio;

import java.util.Arrays;
import tadpole.engine.picture.Box;
import tadpole.engine.tensor.Device;

/**
 * Takes a picture to other places. What stands at a point is the mean of the pixels around it, weighted by a tent over their distance along rows and
 * columns: w(d) = max(0, 1 - |d| / r). Enlarged, r is 1 and the mean is bilinear; made smaller, r is what one new pixel covers, so that nothing flickers.
 */
final class Resampler {

    private static final int ROWS = 16;

    private final float[] data;
    private final int channels;
    private final int height;
    private final int width;
    private final Affine source;
    private final double radius;

    /**
     * @param data   channels · height · width of them
     * @param source from points of the new picture to points of this one
     */
    Resampler(float[] data, int channels, int height, int width, Affine source) {
        this.data = data;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.source = source;
        this.radius = Math.max(1, source.scale());
    }

    /**
     * @param box    of the new picture
     * @param colors channels · height · width of the box: means of the pixels that are there, 0 where none is
     * @param cover  height · width of the box: which share of the weights falls into the picture
     */
    void fill(Box box, float[] colors, float[] cover, Device device) {
        if (!box.isEmpty()) {
            device.run(Math.ceilDiv(box.height(), ROWS), task -> rows(box, task * ROWS, Math.min(box.height(), (task + 1) * ROWS), colors, cover));
        }
    }

    private void rows(Box box, int from, int to, float[] colors, float[] cover) {
        double[] across = new double[(int) Math.ceil(2 * radius) + 2];
        double[] sums = new double[channels];
        int area = box.width() * box.height();
        for (int y = from; y < to; y++) {
            for (int x = 0; x < box.width(); x++) {
                double share = mean(box.x() + x + 0.5, box.y() + y + 0.5, across, sums);
                int at = y * box.width() + x;
                cover[at] = (float) share;
                for (int c = 0; c < channels; c++) {
                    colors[c * area + at] = (float) sums[c];
                }
            }
        }
    }

    private double mean(double px, double py, double[] across, double[] sums) {
        double u = source.u(px, py) - 0.5;
        double v = source.v(px, py) - 0.5;
        int left = (int) Math.floor(u - radius) + 1;
        int right = (int) Math.ceil(u + radius) - 1;
        int top = (int) Math.floor(v - radius) + 1;
        int bottom = (int) Math.ceil(v + radius) - 1;
        Arrays.fill(sums, 0);
        if (right < 0 || left >= width || bottom < 0 || top >= height) {
            return 0;
        }
        double allAcross = 0;
        double allDown = 0;
        double inside = 0;
        for (int i = left; i <= right; i++) {
            across[i - left] = 1 - Math.abs(i - u) / radius;
            allAcross += across[i - left];
        }
        int first = Math.max(0, left);
        int last = Math.min(width - 1, right);
        for (int j = top; j <= bottom; j++) {
            double down = 1 - Math.abs(j - v) / radius;
            allDown += down;
            if (j >= 0 && j < height) {
                for (int i = first; i <= last; i++) {
                    double weight = down * across[i - left];
                    inside += weight;
                    int at = j * width + i;
                    for (int c = 0; c < channels; c++) {
                        sums[c] += weight * data[c * height * width + at];
                    }
                }
            }
        }
        if (inside <= 0) {
            return 0;
        }
        for (int c = 0; c < channels; c++) {
            sums[c] /= inside;
        }
        return Math.min(1, inside / (allAcross * allDown));
    }
}
