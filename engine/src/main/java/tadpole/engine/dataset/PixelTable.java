package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.tensor.Shape;

/** What elementwise preparations make of each of the 256 values that a pixel can have, in each channel. */
final class PixelTable {

    static final int PIXEL_VALUES = 256;

    private final float[][] prepared;

    /** Lets the preparations themselves work on pictures of one value each, so that no bit differs from applying them. */
    PixelTable(Shape shape, List<Preparation> preparations) {
        int channels = shape.at(0);
        int area = shape.size() / channels;
        prepared = new float[channels][PIXEL_VALUES];
        float[] picture = new float[shape.size()];
        for (int pixel = 0; pixel < PIXEL_VALUES; pixel++) {
            Arrays.fill(picture, pixel);
            for (Preparation preparation : preparations) {
                preparation.apply(picture, 0, picture.length);
            }
            for (int channel = 0; channel < channels; channel++) {
                prepared[channel][pixel] = picture[channel * area];
            }
        }
    }

    float prepared(int channel, int pixel) {
        return prepared[channel][pixel];
    }
}
