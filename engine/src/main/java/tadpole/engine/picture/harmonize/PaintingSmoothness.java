package tadpole.engine.picture.harmonize;

import java.util.Arrays;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.Resize;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** How flat a painting is: tv0 = 10 / (1 + exp(1e4 m - 25)), m the median over pixels and channels of half (or all) of dx² + dy², colors of 0 to 1. */
final class PaintingSmoothness {

    /** The longest side at which it is measured; it depends on the size. */
    private static final int LONGEST = 700;

    private PaintingSmoothness() {}

    /** @param factor of dx² + dy²: 0.5 in the authors' program, 1 in the article */
    static double of(Picture painting, double factor, Device device) {
        return 10 / (1 + Math.exp(1e4 * median(painting, factor, device) - 25));
    }

    private static double median(Picture painting, double factor, Device device) {
        int[] size = Resize.sizeAt(painting.height(), painting.width(), Math.min(LONGEST, Math.max(painting.height(), painting.width())));
        int height = size[0];
        int width = size[1];
        if (height < 2 || width < 2) {
            return 0;
        }
        Tensor pixels = Resize.of(painting.values(), height, width, Resize.Way.AREA, device);
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
