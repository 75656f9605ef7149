package tadpole.samples.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Paints shapes that are given in a drawing's own coordinates: x to the right and y down, -1 to 1 for the whole picture
 * unless the easel was {@linkplain #at placed}. Each shape is lit from above, so that it looks round.
 */
public final class Easel {

    private final Canvas canvas;
    private final double originX;
    private final double originY;
    private final double scaleX;
    private final double scaleY;
    private final double cosine;
    private final double sine;
    private final double light;

    private Easel(Canvas canvas, double originX, double originY, double scaleX, double scaleY, double degrees, double light) {
        this.canvas = canvas;
        this.originX = originX;
        this.originY = originY;
        this.scaleX = scaleX;
        this.scaleY = scaleY;
        this.cosine = StrictMath.cos(StrictMath.toRadians(degrees));
        this.sine = StrictMath.sin(StrictMath.toRadians(degrees));
        this.light = light;
    }

    /** An easel over the whole canvas. Light goes from -1 (from the left) to 1 (from the right). */
    public static Easel over(Canvas canvas, double light) {
        return new Easel(canvas, Canvas.SIDE / 2.0, Canvas.SIDE / 2.0, Canvas.SIDE / 2.0, Canvas.SIDE / 2.0, 0, light);
    }

    /** This picture with the drawing's center at x, y, so many times smaller or larger, turned; a negative width mirrors. */
    public Easel at(double x, double y, double width, double height, double degrees) {
        return new Easel(canvas, originX + x * scaleX, originY + y * scaleY, scaleX * width, scaleY * height, degrees, light);
    }

    public Canvas canvas() {
        return canvas;
    }

    /** A smooth outline through points x, y, x, y, ... */
    public void blob(Color color, double... xy) {
        lit(Curve.closed(points(xy)), color, 0.22);
    }

    /** An outline with corners. */
    public void plate(Color color, double... xy) {
        lit(points(xy), color, 0.12);
    }

    public void oval(Color color, double x, double y, double radiusX, double radiusY) {
        lit(ring(x, y, radiusX, radiusY, 0), color, 0.22);
    }

    public void oval(Color color, double x, double y, double radiusX, double radiusY, double degrees) {
        lit(ring(x, y, radiusX, radiusY, degrees), color, 0.22);
    }

    /** A soft patch of shadow, spot or shine that covers what is below only in part. */
    public void haze(Color color, double cover, double x, double y, double radiusX, double radiusY) {
        canvas.fill(placed(ring(x, y, radiusX, radiusY, 0)), (_, _) -> color, cover);
    }

    /** A limb, a rope or a line along a smooth curve, so wide at its beginning and so wide at its end. */
    public void limb(Color color, double from, double to, double... xy) {
        List<Point> spine = Curve.open(points(xy));
        List<Point> outline = new ArrayList<>();
        for (int i = 0; i < spine.size(); i++) {
            outline.add(beside(spine, i, half(from, to, i, spine)));
        }
        cap(outline, spine.get(spine.size() - 2), spine.getLast(), to / 2);
        for (int i = spine.size() - 1; i >= 0; i--) {
            outline.add(beside(spine, i, -half(from, to, i, spine)));
        }
        cap(outline, spine.get(1), spine.getFirst(), from / 2);
        lit(outline, color, 0.12);
    }

    private static double half(double from, double to, int i, List<Point> spine) {
        return (from + (to - from) * i / (spine.size() - 1)) / 2;
    }

    private static Point beside(List<Point> spine, int i, double away) {
        Point before = spine.get(Math.max(0, i - 1));
        Point after = spine.get(Math.min(spine.size() - 1, i + 1));
        double length = Math.max(1e-9, before.distance(after));
        return spine.get(i).plus(-away * (after.y() - before.y()) / length, away * (after.x() - before.x()) / length);
    }

    private static void cap(List<Point> outline, Point before, Point end, double radius) {
        double length = Math.max(1e-9, before.distance(end));
        double aheadX = radius * (end.x() - before.x()) / length;
        double aheadY = radius * (end.y() - before.y()) / length;
        for (int i = 1; i < 6; i++) {
            double angle = StrictMath.PI * i / 6;
            double side = StrictMath.cos(angle);
            double ahead = StrictMath.sin(angle);
            outline.add(end.plus(ahead * aheadX - side * aheadY, ahead * aheadY + side * aheadX));
        }
    }

    private static List<Point> ring(double x, double y, double radiusX, double radiusY, double degrees) {
        double turn = StrictMath.toRadians(degrees);
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double along = radiusX * StrictMath.cos(StrictMath.PI * i / 12);
            double across = radiusY * StrictMath.sin(StrictMath.PI * i / 12);
            ring.add(new Point(x + StrictMath.cos(turn) * along - StrictMath.sin(turn) * across,
                    y + StrictMath.sin(turn) * along + StrictMath.cos(turn) * across));
        }
        return ring;
    }

    private static List<Point> points(double... xy) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1]));
        }
        return points;
    }

    private List<Point> placed(List<Point> outline) {
        return outline.stream().map(at -> new Point(
                originX + scaleX * (cosine * at.x() - sine * at.y()),
                originY + scaleY * (sine * at.x() + cosine * at.y()))).toList();
    }

    private void lit(List<Point> drawn, Color color, double depth) {
        List<Point> outline = placed(drawn);
        double left = outline.stream().mapToDouble(Point::x).min().orElseThrow();
        double right = outline.stream().mapToDouble(Point::x).max().orElseThrow();
        double top = outline.stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = outline.stream().mapToDouble(Point::y).max().orElseThrow();
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        double slopeX = light * depth * 2 / Math.max(1e-9, right - left);
        double slopeY = depth * 2 / Math.max(1e-9, bottom - top);
        canvas.fill(outline, (x, y) -> color.times(1 + slopeX * (x - middleX) - slopeY * (y - middleY)), 1);
    }
}
