package tadpole.app.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels that AWT draws on one thread and JavaFX shows on another, never both at once. */
final class ChartFrame {

    private final BufferedImage drawn;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage shown;

    ChartFrame(int width, int height) {
        drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] data = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        pixels = new PixelBuffer<>(width, height, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance());
        shown = new WritableImage(pixels);
    }

    boolean fits(int width, int height) {
        return drawn.getWidth() == width && drawn.getHeight() == height;
    }

    BufferedImage drawn() {
        return drawn;
    }

    /** On the JavaFX thread. */
    Image shown() {
        pixels.updateBuffer(_ -> null);
        return shown;
    }
}
