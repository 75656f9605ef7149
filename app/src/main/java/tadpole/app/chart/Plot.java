package tadpole.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One plot of a chart as it is drawn: where it stands, what its axes show, and the lines in it.
 *
 * @param area        in units of the drawing
 * @param wholeAcross what x shows where nothing is zoomed
 * @param wholeUp     what y shows where nothing is zoomed
 * @param percent     whether 0.97 is written as 97 %
 */
public record Plot(Rectangle2D area, Axis across, Axis up, Axis wholeAcross, Axis wholeUp, boolean percent, List<Trace> traces) {

    public Plot {
        traces = List.copyOf(traces);
    }

    /** In units of the drawing. */
    public double x(double value) {
        return area.getX() + area.getWidth() * across.share(value);
    }

    public double y(double value) {
        return area.getMaxY() - area.getHeight() * up.share(value);
    }

    /** Share of x at a place of the drawing. */
    double shareX(double at) {
        return (at - area.getX()) / area.getWidth();
    }

    double shareY(double at) {
        return (area.getMaxY() - at) / area.getHeight();
    }

    /**
     * What stands under a place of the drawing: the kept point whose x is nearest, and of every other line that reaches there the
     * one nearest to it; from above. Empty where no line is near.
     */
    public Optional<Reading> read(double atX, double atY) {
        double wanted = across.value(shareX(atX));
        Optional<Found> first = traces.stream().filter(trace -> isNear(trace, wanted, atX))
                .map(trace -> new Found(trace, trace.nearest(wanted)))
                .min(Comparator.comparingDouble((Found each) -> Math.abs(x(each.x()) - atX))
                        .thenComparingDouble(each -> Math.abs(y(each.y()) - atY)));
        return first.map(found -> reading(found.x(), found.trace().place().apply(found.x()), atY));
    }

    /** What the lines have at this x, near which each has a kept point; empty where none reaches there. */
    Optional<Reading> at(double x) {
        Optional<Trace> first = traces.stream().filter(trace -> isNear(trace, x, x(x))).findFirst();
        return first.map(trace -> reading(x, trace.place().apply(x), Double.NEGATIVE_INFINITY));
    }

    private Reading reading(double x, String place, double atY) {
        List<Reading.Row> rows = new ArrayList<>();
        for (Trace trace : traces) {
            if (isNear(trace, x, x(x))) {
                Found found = new Found(trace, trace.nearest(x));
                rows.add(new Reading.Row(trace, found.x(), found.y(), found.x() == x ? "" : trace.place().apply(found.x())));
            }
        }
        rows.sort(Comparator.comparingDouble((Reading.Row row) -> -row.y()));
        Optional<Reading.Row> nearest = rows.stream().filter(row -> up.takes(row.y())).min(Comparator.comparingDouble(row -> Math.abs(y(row.y()) - atY)));
        return new Reading(x, place, percent, rows, nearest.map(rows::indexOf).orElse(-1));
    }

    /** Within the line, or near an end of it. */
    private boolean isNear(Trace trace, double x, double atX) {
        Points points = trace.points();
        if (points.size() == 0) {
            return false;
        }
        double first = points.x()[0];
        double last = points.x()[points.size() - 1];
        return x >= first && x <= last || Math.min(Math.abs(x(first) - atX), Math.abs(x(last) - atX)) < 24;
    }

    private record Found(Trace trace, int index) {

        double x() {
            return trace.points().x()[index];
        }

        double y() {
            return trace.points().y()[index];
        }
    }
}
