package tadpole.app.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stands, and where it stood before it was maximized. */
final class WindowPlace {

    private final Stage stage;
    private Optional<Rectangle2D> standing = Optional.empty();

    WindowPlace(Stage stage) {
        this.stage = stage;
        stage.xProperty().subscribe(this::note);
        stage.yProperty().subscribe(this::note);
        stage.widthProperty().subscribe(this::note);
        stage.heightProperty().subscribe(this::note);
    }

    void restore(Remembered remembered) {
        remembered.place().ifPresent(wanted -> {
            Rectangle2D place = ScreenFit.fit(wanted, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
            standing = Optional.of(place);
        });
        stage.setMaximized(remembered.maximized());
    }

    boolean maximized() {
        return stage.isMaximized();
    }

    /** Empty before the window was first shown. */
    Optional<Rectangle2D> standing() {
        return standing;
    }

    private void note() {
        boolean known = stage.getWidth() > 0 && stage.getHeight() > 0 && !Double.isNaN(stage.getX()) && !Double.isNaN(stage.getY());
        if (known && stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            standing = Optional.of(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        }
    }
}
