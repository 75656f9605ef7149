package tadpole.app.image;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;

/** Marks above a picture: each a frame of its color between two thin lines of the surface, so that one sees it on anything. */
final class PlaneMarks extends Group {

    private static final double THIN = 1;
    private static final double STRONG = 2;
    private static final double TINT = 0.35;

    private final Function<String, Color> tokens;

    PlaneMarks(Function<String, Color> tokens) {
        this.tokens = tokens;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** @param scale pixels of the screen that one unit takes */
    void show(List<PlaneModel.Mark> marks, PlaneGeometry geometry, double scale) {
        while (getChildren().size() > 2 * marks.size()) {
            getChildren().removeLast();
        }
        while (getChildren().size() < 2 * marks.size()) {
            getChildren().add(line());
        }
        for (int i = 0; i < marks.size(); i++) {
            place(marks.get(i), geometry, scale, (Rectangle) getChildren().get(2 * i), (Rectangle) getChildren().get(2 * i + 1));
        }
    }

    private static Rectangle line() {
        Rectangle line = new Rectangle();
        line.setFill(Color.TRANSPARENT);
        line.setStrokeType(StrokeType.OUTSIDE);
        line.setSmooth(false);
        return line;
    }

    private void place(PlaneModel.Mark mark, PlaneGeometry geometry, double scale, Rectangle under, Rectangle over) {
        double x = geometry.xOf(mark.x()) / scale;
        double y = geometry.yOf(mark.y()) / scale;
        double width = Math.max(1, (geometry.xOf(mark.x() + mark.width()) - geometry.xOf(mark.x())) / scale);
        double height = Math.max(1, (geometry.yOf(mark.y() + mark.height()) - geometry.yOf(mark.y())) / scale);
        Color color = tokens.apply(mark.token());
        bounds(under, x, y, width, height);
        under.setStroke(tokens.apply("surface"));
        under.setStrokeWidth(STRONG + 2 * THIN);
        under.setFill(mark.fill() ? color.deriveColor(0, 1, 1, TINT) : Color.TRANSPARENT);
        bounds(over, x - THIN, y - THIN, width + 2 * THIN, height + 2 * THIN);
        over.setStroke(color);
        over.setStrokeWidth(STRONG);
    }

    private static void bounds(Rectangle line, double x, double y, double width, double height) {
        line.setX(x);
        line.setY(y);
        line.setWidth(width);
        line.setHeight(height);
    }
}
