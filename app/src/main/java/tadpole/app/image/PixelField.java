package tadpole.app.image;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A field of ARGB colors and the picture that shows it. */
final class PixelField {

    private final int width;
    private final int height;
    private final int[] colors;
    private final PixelBuffer<IntBuffer> buffer;

    PixelField(int width, int height) {
        this.width = width;
        this.height = height;
        this.colors = new int[width * height];
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(colors), PixelFormat.getIntArgbPreInstance());
    }

    boolean fits(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Row by row; shown after {@link #show}. */
    int[] colors() {
        return colors;
    }

    WritableImage image() {
        return new WritableImage(buffer);
    }

    /** Shows what was drawn since. */
    void show() {
        buffer.updateBuffer(_ -> null);
    }
}
