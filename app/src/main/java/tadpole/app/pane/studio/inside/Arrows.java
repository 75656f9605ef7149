package tadpole.app.pane.studio.inside;

import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import tadpole.engine.picture.insight.Patches;

/** Frames and curved arrows over a picture, each between two thin lines of the surface, so that one sees it on anything. */
final class Arrows {

    private static final double THICK = 2;
    private static final double AROUND = 4;
    private static final double HEAD = 11;
    private static final double BEND = 0.22;

    private final Pane overlay;
    private final Bounds where;
    private final double pixel;
    private final Function<String, Color> tokens;

    /** @param where the whole picture lies in the overlay @param width of the picture in its own pixels */
    Arrows(Pane overlay, Bounds where, int width, Function<String, Color> tokens) {
        this.overlay = overlay;
        this.where = where;
        this.pixel = where.getWidth() / width;
        this.tokens = tokens;
    }

    void frame(Patches.Area area, String token, boolean dotted) {
        Rectangle under = rectangle(area);
        Rectangle over = rectangle(area);
        if (dotted) {
            over.getStrokeDashArray().setAll(2.0, 4.0);
        }
        add(under, over, token, dotted ? 1 : THICK);
    }

    private Rectangle rectangle(Patches.Area area) {
        Rectangle rectangle = new Rectangle(x(area.x()), y(area.y()), area.width() * pixel, area.height() * pixel);
        rectangle.setFill(Color.TRANSPARENT);
        return rectangle;
    }

    /** From the middle of one rectangle to the edge of the other. */
    void arrow(Patches.Area from, Patches.Area to, String token) {
        double startX = x(from.centerX());
        double startY = y(from.centerY());
        double endX = x(to.centerX());
        double endY = y(to.centerY());
        double length = Math.hypot(endX - startX, endY - startY);
        if (length < HEAD) {
            return;
        }
        double bendX = (startX + endX) / 2 + (endY - startY) * BEND;
        double bendY = (startY + endY) / 2 - (endX - startX) * BEND;
        double angle = Math.atan2(endY - bendY, endX - bendX);
        double tipX = endX;
        double tipY = endY;
        QuadCurve under = curve(startX, startY, bendX, bendY, tipX - Math.cos(angle) * HEAD / 2, tipY - Math.sin(angle) * HEAD / 2);
        QuadCurve over = curve(startX, startY, bendX, bendY, tipX - Math.cos(angle) * HEAD / 2, tipY - Math.sin(angle) * HEAD / 2);
        add(under, over, token, THICK);
        Polygon head = new Polygon(tipX, tipY, tipX - HEAD * Math.cos(angle - 0.45), tipY - HEAD * Math.sin(angle - 0.45),
                tipX - HEAD * Math.cos(angle + 0.45), tipY - HEAD * Math.sin(angle + 0.45));
        head.setFill(tokens.apply(token));
        head.setStroke(tokens.apply("surface"));
        head.setStrokeWidth(1);
        overlay.getChildren().add(head);
    }

    private static QuadCurve curve(double x1, double y1, double bendX, double bendY, double x2, double y2) {
        QuadCurve curve = new QuadCurve(x1, y1, bendX, bendY, x2, y2);
        curve.setFill(null);
        curve.setStrokeLineCap(StrokeLineCap.ROUND);
        return curve;
    }

    private void add(Shape under, Shape over, String token, double width) {
        under.setStroke(tokens.apply("surface"));
        under.setStrokeWidth(width + AROUND / 2);
        under.setOpacity(0.75);
        over.setStroke(tokens.apply(token));
        over.setStrokeWidth(width);
        overlay.getChildren().addAll(under, over);
    }

    private double x(double pixels) {
        return where.getMinX() + pixels * pixel;
    }

    private double y(double pixels) {
        return where.getMinY() + pixels * pixel;
    }
}
