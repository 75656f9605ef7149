package tadpole.engine.picture.harmonize;

import java.util.Arrays;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/** How flat a painting is: tv0 = 10 / (1 + exp(1e4 m - 25)), m the median over pixels and channels of half (or all) of dx² + dy², colors of 0 to 1. */
final class PaintingSmoothness {

    /** The longest side at which it is measured; it depends on the size. */
    private static final int LONGEST = 700;

    private PaintingSmoothness() {}

    /** @param factor of dx² + dy²: 0.5 in the authors' program, 1 in the article */
    static double of(Picture painting, double factor) {
        return 10 / (1 + Math.exp(1e4 * median(painting, factor) - 25));
    }

    private static double median(Picture painting, double factor) {
        double scale = Math.min(1, (double) LONGEST / Math.max(painting.height(), painting.width()));
        int height = (int) Math.round(painting.height() * scale);
        int width = (int) Math.round(painting.width() * scale);
        if (height < 2 || width < 2) {
            return 0;
        }
        Tensor pixels = Resampling.of(painting.values(), height, width);
        float[] p = pixels.data();
        float[] all = new float[pixels.shape().at(0) * (height - 1) * (width - 1)];
        int n = 0;
        for (int channel = 0; channel < pixels.shape().at(0); channel++) {
            for (int y = 0; y < height - 1; y++) {
                for (int x = 0; x < width - 1; x++) {
                    int i = (channel * height + y) * width + x;
                    double dx = (p[i + 1] - p[i]) / 255;
                    double dy = (p[i + width] - p[i]) / 255;
                    all[n++] = (float) (factor * (dx * dx + dy * dy));
                }
            }
        }
        Arrays.sort(all);
        return all[(all.length - 1) / 2];
    }
}
