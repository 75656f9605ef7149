package tadpole.engine.picture.studio;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * An object that was cut out before: what its file's alpha says.
 *
 * @param object without the white it was laid on: three channels; what one sees through has the colors around it, so that no edge becomes lighter
 * @param mask   of the object's size: 1 where it is opaque
 */
public record CutOut(Picture object, Mask mask) {

    private static final float WHITE = 255;
    /** Below it 8 bits of a color on white say nothing about the color. */
    private static final float FAINT = 0.1f;

    /** @param laid on white @param alpha of its size: one channel of 0 to 255 */
    public static CutOut of(Picture laid, Picture alpha) {
        int area = laid.height() * laid.width();
        float[] cover = alpha.values().data().clone();
        for (int i = 0; i < area; i++) {
            cover[i] /= WHITE;
        }
        float[] on = Compositor.inColor(laid).values().data();
        float[] colors = new float[3 * area];
        float[] known = new float[area];
        for (int i = 0; i < area; i++) {
            if (cover[i] >= FAINT) {
                known[i] = cover[i];
                for (int c = 0; c < 3; c++) {
                    colors[c * area + i] = Math.clamp(WHITE + (on[c * area + i] - WHITE) / cover[i], 0, WHITE);
                }
            }
        }
        spread(colors, known, laid.height(), laid.width());
        return new CutOut(Picture.ofBytes(laid.name(), Tensor.of(Shape.of(3, laid.height(), laid.width()), colors)), new Mask(laid.height(), laid.width(), cover));
    }

    /** What is not known becomes the mean of what is known in the smallest square of 2, 4, 8 ... pixels that holds any. */
    private static void spread(float[] colors, float[] known, int height, int width) {
        if (height == 1 && width == 1) {
            return;
        }
        int area = height * width;
        int high = (height + 1) / 2;
        int wide = (width + 1) / 2;
        float[] means = new float[3 * high * wide];
        float[] sums = new float[high * wide];
        for (int i = 0; i < area; i++) {
            int to = i / width / 2 * wide + i % width / 2;
            sums[to] += known[i];
            for (int c = 0; c < 3; c++) {
                means[c * high * wide + to] += known[i] * colors[c * area + i];
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i % sums.length] == 0 ? 0 : means[i] / sums[i % sums.length];
        }
        spread(means, sums, high, wide);
        for (int i = 0; i < area; i++) {
            if (known[i] == 0) {
                int from = i / width / 2 * wide + i % width / 2;
                for (int c = 0; c < 3; c++) {
                    colors[c * area + i] = means[c * high * wide + from];
                }
            }
        }
    }
}
