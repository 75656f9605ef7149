package tadpole.app.pane.kernels.trained;

import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import tadpole.app.shell.Theme;
import tadpole.engine.convolution.TrainedLayer;
import tadpole.engine.dataset.Split;

/** Small pictures in whole multiples of pixels, nearest neighbor. */
final class FilterImage {

    private static final int OPAQUE = 0xFF000000;

    private FilterImage() {}

    /** One kernel: the surface's color at zero, "training" below, "validation" above. @param most the value of the full color */
    static Image signed(TrainedLayer layer, int filter, int channel, float most, int cell, Theme theme) {
        Color zero = theme.color("surface");
        Color below = theme.color("training");
        Color above = theme.color("validation");
        ToIntFunction<Float> color = value -> {
            double share = most == 0 ? 0 : Math.clamp(value / most, -1, 1);
            return argb(zero.interpolate(share < 0 ? below : above, Math.abs(share)));
        };
        return image(layer.height(), layer.width(), cell,
                i -> color.applyAsInt(layer.at(filter, channel, i / layer.width(), i % layer.width())));
    }

    /** Three kernels as red, green and blue: gray at zero. */
    static Image colored(TrainedLayer layer, int filter, float most, int cell) {
        return image(layer.height(), layer.width(), cell, i -> {
            int color = OPAQUE;
            for (int c = 0; c < 3; c++) {
                float share = most == 0 ? 0 : layer.at(filter, c, i / layer.width(), i % layer.width()) / most;
                color |= byteOf((share + 1) / 2 * 255) << 8 * (2 - c);
            }
            return color;
        });
    }

    /** A sample as its file has it: three channels as color, others gray, as ink where inverted. */
    static Image sample(Split split, int index, int cell, boolean inverted) {
        int area = split.shape().at(1) * split.shape().at(2);
        boolean colored = split.shape().at(0) == 3;
        float[] raw = new float[split.shape().size()];
        split.read(index, raw, 0);
        return image(split.shape().at(1), split.shape().at(2), cell, i -> {
            if (colored) {
                return OPAQUE | byteOf(raw[i]) << 16 | byteOf(raw[area + i]) << 8 | byteOf(raw[2 * area + i]);
            }
            int gray = inverted ? 255 - byteOf(raw[i]) : byteOf(raw[i]);
            return OPAQUE | gray << 16 | gray << 8 | gray;
        });
    }

    private static Image image(int height, int width, int cell, IntUnaryOperator color) {
        int[] colors = new int[height * cell * width * cell];
        for (int y = 0; y < height * cell; y++) {
            for (int x = 0; x < width * cell; x++) {
                colors[y * width * cell + x] = color.applyAsInt(y / cell * width + x / cell);
            }
        }
        WritableImage image = new WritableImage(width * cell, height * cell);
        image.getPixelWriter().setPixels(0, 0, width * cell, height * cell, PixelFormat.getIntArgbInstance(), colors, 0, width * cell);
        return image;
    }

    private static int byteOf(float value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static int argb(Color color) {
        return OPAQUE | byteOf((float) color.getRed() * 255) << 16 | byteOf((float) color.getGreen() * 255) << 8 | byteOf((float) color.getBlue() * 255);
    }
}
