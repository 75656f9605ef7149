package tadpole.samples.digits;

import java.util.ArrayList;
import java.util.List;
import tadpole.samples.drawing.Curve;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Point;

/** What the pen does between touching the paper and leaving it: knots in writing order, passed smoothly or with a corner. */
record Stroke(List<Knot> knots) {

    record Knot(Point at, boolean corner) {
    }

    Stroke {
        knots = List.copyOf(knots);
    }

    static Stroke from(double x, double y) {
        return new Stroke(List.of(new Knot(new Point(x, y), false)));
    }

    Stroke to(double x, double y) {
        return with(x, y, false);
    }

    Stroke corner(double x, double y) {
        return with(x, y, true);
    }

    private Stroke with(double x, double y, boolean corner) {
        List<Knot> longer = new ArrayList<>(knots);
        longer.add(new Knot(new Point(x, y), corner));
        return new Stroke(longer);
    }

    /** The same stroke by an unsteady hand. */
    Stroke shaken(Dice dice, double deviation) {
        List<Knot> shaken = new ArrayList<>();
        for (Knot knot : knots) {
            Point at = knot.at().plus(dice.around(0, deviation), dice.around(0, deviation));
            shaken.add(new Knot(at, knot.corner()));
        }
        return new Stroke(shaken);
    }

    /** The way of the pen as many short lines. */
    List<Point> line() {
        List<Point> line = new ArrayList<>();
        List<Point> section = new ArrayList<>();
        for (Knot knot : knots) {
            section.add(knot.at());
            if (knot.corner()) {
                line.addAll(Curve.open(section));
                section.clear();
                section.add(knot.at());
            }
        }
        if (section.size() > 1) {
            line.addAll(Curve.open(section));
        }
        return line;
    }
}
