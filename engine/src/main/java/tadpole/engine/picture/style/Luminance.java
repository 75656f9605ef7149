package tadpole.engine.picture.style;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Brightness apart from color, for who keeps the colors: Gatys, Bethge, Hertzmann, Shechtman 2016, section 3.2. */
final class Luminance {

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private Luminance() {}

    /** Three equal channels of 0.299 R + 0.587 G + 0.114 B. */
    static Tensor gray(Tensor pixels) {
        int n = pixels.size() / 3;
        Tensor gray = Tensor.zeros(pixels.shape());
        for (int i = 0; i < n; i++) {
            float value = at(pixels.data(), n, i);
            for (int c = 0; c < 3; c++) {
                gray.data()[c * n + i] = value;
            }
        }
        return gray;
    }

    /** A gray style with the content's mean and standard deviation. */
    static Tensor matched(Tensor style, Tensor content) {
        double[] from = moments(style);
        double[] to = moments(content);
        double factor = from[1] > 0 ? to[1] / from[1] : 1;
        Tensor matched = Tensor.zeros(style.shape());
        for (int i = 0; i < style.size(); i++) {
            matched.data()[i] = (float) ((style.data()[i] - from[0]) * factor + to[0]);
        }
        return matched;
    }

    /** The colored content with the brightness of the painted picture. */
    static Tensor colored(Tensor painted, Tensor content) {
        int n = painted.size() / 3;
        Tensor colored = Tensor.zeros(Shape.of(3, painted.shape().at(1), painted.shape().at(2)));
        for (int i = 0; i < n; i++) {
            float brighter = at(painted.data(), n, i) - at(content.data(), n, i);
            for (int c = 0; c < 3; c++) {
                colored.data()[c * n + i] = content.data()[c * n + i] + brighter;
            }
        }
        return colored;
    }

    private static float at(float[] pixels, int n, int i) {
        return RED * pixels[i] + GREEN * pixels[n + i] + BLUE * pixels[2 * n + i];
    }

    private static double[] moments(Tensor x) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.data()[i];
            squares += (double) x.data()[i] * x.data()[i];
        }
        double mean = sum / x.size();
        return new double[] {mean, Math.sqrt(Math.max(0, squares / x.size() - mean * mean))};
    }
}
