package tadpole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import tadpole.app.chart.ChartView;

/** Leaves pictures of what the tests saw in target/screenshots. */
public final class Screenshots {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Whether each chart of the scene shows all that was asked for; on the JavaFX thread. Charts are drawn beside it. */
    public static boolean isDrawn(Scene scene) {
        return scene.getRoot().lookupAll(".chart-view").stream().filter(ChartView.class::isInstance).map(ChartView.class::cast)
                .allMatch(chart -> !isShown(chart) || chart.isUpToDate());
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

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
