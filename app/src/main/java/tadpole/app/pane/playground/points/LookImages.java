package tadpole.app.pane.playground.points;

import java.nio.IntBuffer;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The pictures of the two looks that are shown in turns, over the looks' own arrays. On the JavaFX thread. */
final class LookImages {

    private record Shown(PixelBuffer<IntBuffer> pixels, WritableImage image) {

        private static Shown of(int[] data, int width) {
            PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(width, data.length / width, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance());
            return new Shown(pixels, new WritableImage(pixels));
        }

        private Image now() {
            pixels.updateBuffer(_ -> null);
            return image;
        }
    }

    private final Map<Look, Shown> maps = new IdentityHashMap<>();
    private final Map<Look, Shown> tiles = new IdentityHashMap<>();

    Image map(Look look) {
        return maps.computeIfAbsent(look, each -> Shown.of(each.map(), Look.SIDE)).now();
    }

    /** All units' pictures, one under the other. */
    Image tiles(Look look) {
        return tiles.computeIfAbsent(look, each -> Shown.of(each.tiles(), Look.TILE)).now();
    }
}
