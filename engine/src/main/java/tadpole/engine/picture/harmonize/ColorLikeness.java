package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.Resize;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Four more maps that make the product of two places tell how near their colors are: red, green and blue about middle gray, and what is missing
 * to the length of white. All places are then equally long, and the product is 1 less half the squared distance of the colors (on the sphere).
 */
final class ColorLikeness {

    private static final float MIDDLE = 127.5f;
    private static final double LENGTH = Math.sqrt(3) * MIDDLE;

    private ColorLikeness() {}

    /**
     * @param maps   [channels,height,width], each place of length 1
     * @param pixels [3,any height,any width] in 0..255, of the same picture
     * @param weight of a product of colors beside one of maps
     * @return [channels + 4,height,width]
     */
    static Tensor beside(Tensor maps, Tensor pixels, double weight, Device device) {
        int height = maps.shape().at(1);
        int width = maps.shape().at(2);
        int area = height * width;
        Tensor colors = Resize.of(pixels, height, width, Resize.Way.AREA, device);
        Tensor both = Tensor.zeros(Shape.of(maps.shape().at(0) + 4, height, width));
        System.arraycopy(maps.data(), 0, both.data(), 0, maps.size());
        double factor = Math.sqrt(weight) / LENGTH;
        for (int i = 0; i < area; i++) {
            double left = LENGTH * LENGTH;
            for (int c = 0; c < 3; c++) {
                float value = Math.clamp(colors.data()[c * area + i], 0, 2 * MIDDLE) - MIDDLE;
                left -= value * value;
                both.data()[maps.size() + c * area + i] = (float) (factor * value);
            }
            both.data()[maps.size() + 3 * area + i] = (float) (factor * Math.sqrt(Math.max(0, left)));
        }
        return both;
    }
}
