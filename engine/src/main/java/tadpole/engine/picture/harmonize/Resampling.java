package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Planes at another size, by a window of the cubic of Catmull and Rom (or a triangle for masks) that is as wide as the step where they shrink. */
final class Resampling {

    private Resampling() {}

    static Tensor of(Tensor planes, int height, int width) {
        return of(planes, height, width, true);
    }

    static Mask of(Mask mask, int height, int width) {
        Tensor plane = of(Tensor.of(Shape.of(1, mask.height(), mask.width()), mask.values()), height, width, false);
        return new Mask(height, width, plane.data());
    }

    private static Tensor of(Tensor planes, int height, int width, boolean cubic) {
        int count = planes.shape().at(0);
        int fromHeight = planes.shape().at(1);
        int fromWidth = planes.shape().at(2);
        if (fromHeight == height && fromWidth == width) {
            return planes.copy();
        }
        Taps across = Taps.of(fromWidth, width, cubic);
        Taps down = Taps.of(fromHeight, height, cubic);
        float[] narrow = new float[fromHeight * width];
        Tensor made = Tensor.zeros(Shape.of(count, height, width));
        for (int plane = 0; plane < count; plane++) {
            for (int y = 0; y < fromHeight; y++) {
                for (int x = 0; x < width; x++) {
                    narrow[y * width + x] = across.sum(planes.data(), (plane * fromHeight + y) * fromWidth, 1, x);
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    made.data()[(plane * height + y) * width + x] = down.sum(narrow, x, width, y);
                }
            }
        }
        return made;
    }

    /** Which places of a line a place of the other line is made of. */
    private record Taps(int[] first, float[][] weights) {

        static Taps of(int from, int to, boolean cubic) {
            double step = (double) from / to;
            double wide = Math.max(1, step);
            double reach = (cubic ? 2 : 1) * wide;
            int[] first = new int[to];
            float[][] weights = new float[to][];
            for (int i = 0; i < to; i++) {
                double center = (i + 0.5) * step - 0.5;
                first[i] = Math.max(0, (int) Math.ceil(center - reach));
                int last = Math.min(from - 1, (int) Math.floor(center + reach));
                weights[i] = new float[last - first[i] + 1];
                double sum = 0;
                for (int n = 0; n < weights[i].length; n++) {
                    double distance = Math.abs(first[i] + n - center) / wide;
                    weights[i][n] = (float) (cubic ? cubic(distance) : Math.max(0, 1 - distance));
                    sum += weights[i][n];
                }
                for (int n = 0; n < weights[i].length; n++) {
                    weights[i][n] /= (float) sum;
                }
            }
            return new Taps(first, weights);
        }

        private static double cubic(double x) {
            return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
        }

        private float sum(float[] from, int start, int step, int place) {
            float[] taps = weights[place];
            float sum = 0;
            for (int n = 0; n < taps.length; n++) {
                sum += taps[n] * from[start + (first[place] + n) * step];
            }
            return sum;
        }
    }
}
