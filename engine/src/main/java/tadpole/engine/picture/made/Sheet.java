package tadpole.engine.picture.made;

import java.util.Locale;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A gray picture while it is made: every pixel from its place. */
final class Sheet {

    static final int MOST_WIDTH = 1024;
    static final int MOST_HEIGHT = 768;

    /** The gray value of a pixel, 0 to 255; rounded and cut off there. */
    @FunctionalInterface
    interface Value {
        double at(int y, int x);
    }

    private Sheet() {}

    static Setting.Whole width(long standard) {
        return new Setting.Whole("width", "Width", standard, 8, MOST_WIDTH, "px", "Columns of the picture. Default %d.".formatted(standard));
    }

    static Setting.Whole height(long standard) {
        return new Setting.Whole("height", "Height", standard, 8, MOST_HEIGHT, "px", "Rows of the picture. Default %d.".formatted(standard));
    }

    static Setting.Whole seed() {
        return new Setting.Whole("seed", "Seed", 1L, 0, Long.MAX_VALUE, "", "Where its randomness comes from. Same seed, same picture. Default 1.");
    }

    static Picture fill(String name, Settings settings, Value value) {
        int height = settings.whole("height");
        int width = settings.whole("width");
        Tensor values = Tensor.zeros(Shape.of(1, height, width));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values.data()[y * width + x] = level(value.at(y, x));
            }
        }
        return Picture.ofBytes(name.toLowerCase(Locale.ROOT), values);
    }

    static float level(double value) {
        return Math.round(Math.clamp(value, 0, 255));
    }

    /** How much of a pixel lies inside an edge that is so far away, in pixels, positive outside. */
    static double cover(double distance) {
        return Math.clamp(0.5 - distance, 0, 1);
    }
}
