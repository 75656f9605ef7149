package tadpole.app.image;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A field of ARGB colors and the picture that shows it. */
public final class PixelField {

    private final int width;
    private final int height;
    private final int[] colors;
    private final PixelBuffer<IntBuffer> buffer;

    public PixelField(int width, int height) {
        this.width = width;
        this.height = height;
        this.colors = new int[width * height];
        this.buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(colors), PixelFormat.getIntArgbPreInstance());
    }

    public boolean fits(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Row by row; shown after {@link #show}. */
    public int[] colors() {
        return colors;
    }

    public WritableImage image() {
        return new WritableImage(buffer);
    }

    /** Shows what was drawn since. */
    public void show() {
        buffer.updateBuffer(_ -> null);
    }

    /** The same for a part of it. */
    public void show(int left, int top, int partWidth, int partHeight) {
        buffer.updateBuffer(_ -> new Rectangle2D(left, top, partWidth, partHeight));
    }
}
