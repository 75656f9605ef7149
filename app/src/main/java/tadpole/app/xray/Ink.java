package tadpole.app.xray;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Colors of the style sheet for what is drawn on a canvas: rectangles that nobody sees, which the sheet fills. */
final class Ink {

    private final Group swatches = new Group();
    private final Rectangle surface = swatch("ink-surface");
    private final Rectangle text = swatch("ink-text");
    private final Rectangle muted = swatch("ink-muted");
    private final Rectangle negative = swatch("ink-negative");
    private final Rectangle positive = swatch("ink-positive");
    private final Rectangle broken = swatch("ink-broken");
    private final Map<Mark, Rectangle> marks = new EnumMap<>(Mark.class);

    /** @param whenChanged runs when the theme changes */
    Ink(Runnable whenChanged) {
        for (Mark mark : Mark.values()) {
            marks.put(mark, swatch(mark.style().replace("lit", "ink")));
        }
        swatches.setManaged(false);
        swatches.setVisible(false);
        surface.fillProperty().addListener(_ -> whenChanged.run());
        text.fillProperty().addListener(_ -> whenChanged.run());
        negative.fillProperty().addListener(_ -> whenChanged.run());
    }

    private Rectangle swatch(String style) {
        Rectangle rectangle = new Rectangle(1, 1);
        rectangle.getStyleClass().add(style);
        swatches.getChildren().add(rectangle);
        return rectangle;
    }

    /** Has to stand in the scene, unseen. */
    Group swatches() {
        return swatches;
    }

    Color surface() {
        return color(surface);
    }

    /** Nothing: the background. */
    Color zero() {
        return color(surface);
    }

    Color text() {
        return color(text);
    }

    Color muted() {
        return color(muted);
    }

    Color negative() {
        return color(negative);
    }

    Color positive() {
        return color(positive);
    }

    Color broken() {
        return color(broken);
    }

    Color of(Mark mark) {
        return color(marks.get(mark));
    }

    private static Color color(Rectangle swatch) {
        return swatch.getFill() instanceof Color color ? color : Color.GRAY;
    }
}
