package tadpole.benchmarks.studio;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * How well a harmonized picture fits its painting, by numbers, beside the eye and never instead of it. Its network is not the one that the
 * pictures were made with.
 */
final class StudioMeasure {

    /** Patches whose products with all patches of the painting are held at a time. */
    private static final int STRIP = 128;

    /**
     * @param nn      1 - cosine of a 3x3 patch of relu3_1 under the tight mask and the most similar one of the painting outside the loose mask, mean; lower is better
     * @param sharp   mean length of the gradient of gray under the tight mask, of that of the whole painting; best near 1
     * @param content mean-removed cosine of relu4_1 with the naive picture under the tight mask; to lie between 0.3 and 0.8
     */
    record Figures(double nn, double sharp, double content) {}

    private final FeatureNetwork eye;
    private final FeatureNetwork content;
    private final Device device;

    /** @param eye a network with relu3_1 @param content one with relu4_1 */
    StudioMeasure(FeatureNetwork eye, FeatureNetwork content, Device device) {
        this.eye = eye;
        this.content = content;
        this.device = device;
    }

    /** All of one size. */
    Figures of(Picture result, Picture naive, Picture painting, Mask tight, Mask loose) {
        return new Figures(nearest(result, painting, tight, loose),
                slope(result, i -> tight.values()[i] > 0.5f) / slope(painting, _ -> true), likeness(result, naive, tight));
    }

    private Tensor maps(FeatureNetwork network, Picture picture, String layer) {
        return new FeatureRun(network, List.of(layer), device).forward(picture.values()).get(layer).copy();
    }

    private double nearest(Picture result, Picture painting, Mask tight, Mask loose) {
        Tensor ours = maps(eye, result, "relu3_1");
        Tensor theirs = maps(eye, painting, "relu3_1");
        int height = ours.shape().at(1);
        int width = ours.shape().at(2);
        float[] under = tight.resized(height, width).values();
        float[] away = loose.resized(height, width).values();
        int[] asked = inside(height, width, i -> under[i] > 0.5f);
        int[] among = inside(height, width, i -> away[i] < 0.5f);
        float[] patches = patches(theirs, among);
        int depth = 9 * ours.shape().at(0);
        double sum = 0;
        for (int first = 0; first < asked.length; first += STRIP) {
            int[] strip = Arrays.copyOfRange(asked, first, Math.min(asked.length, first + STRIP));
            float[] products = new float[strip.length * among.length];
            device.kernels().multiply(Matrix.of(patches(ours, strip), strip.length, depth), Matrix.of(patches, among.length, depth).transpose(),
                    Matrix.of(products, strip.length, among.length));
            for (int row = 0; row < strip.length; row++) {
                float best = -1;
                for (int i = row * among.length; i < (row + 1) * among.length; i++) {
                    best = Math.max(best, products[i]);
                }
                sum += 1 - best;
            }
        }
        return sum / asked.length;
    }

    /** Places of maps whose whole patch lies in them. */
    private static int[] inside(int height, int width, IntPredicate wanted) {
        return IntStream.range(0, height * width)
                .filter(i -> i / width > 0 && i / width < height - 1 && i % width > 0 && i % width < width - 1 && wanted.test(i)).toArray();
    }

    /** [places, 9 channels], each row of length 1. */
    private static float[] patches(Tensor maps, int[] places) {
        int channels = maps.shape().at(0);
        int width = maps.shape().at(2);
        int area = maps.shape().at(1) * width;
        float[] patches = new float[places.length * 9 * channels];
        int at = 0;
        for (int place : places) {
            int first = at;
            double squares = 0;
            for (int channel = 0; channel < channels; channel++) {
                for (int k = 0; k < 9; k++) {
                    float value = maps.data()[channel * area + place + (k / 3 - 1) * width + k % 3 - 1];
                    patches[at++] = value;
                    squares += (double) value * value;
                }
            }
            float scale = (float) (1 / (Math.sqrt(squares) + 1e-8));
            for (int i = first; i < at; i++) {
                patches[i] *= scale;
            }
        }
        return patches;
    }

    private static double slope(Picture picture, IntPredicate wanted) {
        float[] gray = picture.gray().values().data();
        int width = picture.width();
        double sum = 0;
        int count = 0;
        for (int y = 0; y < picture.height() - 1; y++) {
            for (int x = 0; x < width - 1; x++) {
                int i = y * width + x;
                if (wanted.test(i)) {
                    sum += Math.hypot(gray[i + 1] - gray[i], gray[i + width] - gray[i]);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private double likeness(Picture result, Picture naive, Mask tight) {
        Tensor a = maps(content, result, "relu4_1");
        Tensor b = maps(content, naive, "relu4_1");
        int area = a.shape().at(1) * a.shape().at(2);
        float[] under = tight.resized(a.shape().at(1), a.shape().at(2)).values();
        int[] places = IntStream.range(0, area).filter(i -> under[i] > 0.5f).toArray();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int channel = 0; channel < a.shape().at(0); channel++) {
            int from = channel * area;
            double meanA = Arrays.stream(places).mapToDouble(i -> a.data()[from + i]).average().orElse(0);
            double meanB = Arrays.stream(places).mapToDouble(i -> b.data()[from + i]).average().orElse(0);
            for (int i : places) {
                double x = a.data()[from + i] - meanA;
                double y = b.data()[from + i] - meanB;
                ab += x * y;
                aa += x * x;
                bb += y * y;
            }
        }
        return ab / Math.sqrt(aa * bb);
    }
}
