package tadpole.app.pane.train;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import tadpole.engine.dataset.Split;

/** A small picture of one sample: every pixel as a square of whole pixels, gray ones as ink on the theme's paper. */
public final class Thumbnail {

    static final int SIDE = 64;

    private Thumbnail() {}

    /** @param inverted whether one channel is drawn as dark ink on light paper */
    public static Image of(Split split, int index, boolean inverted) {
        int channels = split.shape().at(0);
        int height = split.shape().at(1);
        int width = split.shape().at(2);
        float[] raw = new float[split.shape().size()];
        split.read(index, raw, 0);
        int zoom = zoom(split);
        int[] colors = new int[width * zoom * height * zoom];
        for (int y = 0; y < height * zoom; y++) {
            for (int x = 0; x < width * zoom; x++) {
                int pixel = y / zoom * width + x / zoom;
                colors[y * width * zoom + x] =
                        channels == 3 ? color(raw, pixel, height * width) : gray(raw[pixel], inverted);
            }
        }
        return new WritableImage(new PixelBuffer<>(
                width * zoom, height * zoom, IntBuffer.wrap(colors), PixelFormat.getIntArgbPreInstance()));
    }

    static int zoom(Split split) {
        return Math.max(1, SIDE / Math.max(split.shape().at(1), split.shape().at(2)));
    }

    private static int color(float[] raw, int pixel, int area) {
        return 0xFF000000 | value(raw[pixel]) << 16 | value(raw[area + pixel]) << 8 | value(raw[2 * area + pixel]);
    }

    private static int gray(float raw, boolean inverted) {
        int value = inverted ? 255 - value(raw) : value(raw);
        return 0xFF000000 | value << 16 | value << 8 | value;
    }

    private static int value(float raw) {
        return Math.clamp(Math.round(raw), 0, 255);
    }
}
