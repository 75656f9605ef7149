package tadpole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Leaves pictures of what the tests saw in target/screenshots. */
public final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** On the JavaFX thread. */
    public static void take(Scene scene, String name) {
        write(scene, FOLDER.resolve(name + ".png"));
    }

    /** On the JavaFX thread. */
    static void write(Scene scene, Path file) {
        WritableImage picture = scene.snapshot(null);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
