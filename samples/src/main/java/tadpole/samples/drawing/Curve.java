package tadpole.samples.drawing;

import java.util.ArrayList;
import java.util.List;

/** Smooth curves through given points: centripetal Catmull-Rom splines (Barry and Goldman's pyramid), which never loop by themselves. */
public final class Curve {

    private static final int STEPS = 10;

    private Curve() {
    }

    /** From the first point to the last. */
    public static List<Point> open(List<Point> through) {
        if (through.size() < 3) {
            return List.copyOf(through);
        }
        Point before = mirrored(through.get(1), through.getFirst());
        Point after = mirrored(through.get(through.size() - 2), through.getLast());
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i + 1 < through.size(); i++) {
            Point p0 = i == 0 ? before : through.get(i - 1);
            Point p3 = i + 2 == through.size() ? after : through.get(i + 2);
            span(p0, through.get(i), through.get(i + 1), p3, curve);
        }
        curve.add(through.getLast());
        return curve;
    }

    /** Around all points and back to the first, which is not repeated. */
    public static List<Point> closed(List<Point> through) {
        int size = through.size();
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            span(through.get((i + size - 1) % size), through.get(i),
                    through.get((i + 1) % size), through.get((i + 2) % size), curve);
        }
        return curve;
    }

    private static Point mirrored(Point point, Point at) {
        return new Point(2 * at.x() - point.x(), 2 * at.y() - point.y());
    }

    private static void span(Point p0, Point p1, Point p2, Point p3, List<Point> curve) {
        double t1 = knot(p0, p1);
        double t2 = t1 + knot(p1, p2);
        double t3 = t2 + knot(p2, p3);
        for (int i = 0; i < STEPS; i++) {
            double t = t1 + (t2 - t1) * i / STEPS;
            Point a1 = p0.toward(p1, t / t1);
            Point a2 = p1.toward(p2, (t - t1) / (t2 - t1));
            Point a3 = p2.toward(p3, (t - t2) / (t3 - t2));
            Point b1 = a1.toward(a2, t / t2);
            Point b2 = a2.toward(a3, (t - t1) / (t3 - t1));
            curve.add(b1.toward(b2, (t - t1) / (t2 - t1)));
        }
    }

    private static double knot(Point from, Point to) {
        return Math.max(1e-4, Math.sqrt(from.distance(to)));
    }
}
