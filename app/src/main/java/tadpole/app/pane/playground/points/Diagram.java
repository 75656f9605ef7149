package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;

/** Where everything of a network stands in its drawing, and what stands at a place. In pixels from the drawing's corner. */
final class Diagram {

    static final double TOP = 66;
    static final double BOTTOM = 10;
    private static final double LEFT = 52;
    private static final double RIGHT = 34;
    private static final double LARGEST_TILE = 44;
    private static final double PITCH = 62;
    private static final double GAP = 6;
    private static final double REACH = 6;
    private static final int PIECES = 20;
    /** A weight of this size is drawn at the greatest thickness. */
    static final double GREATEST = 4;
    private static final double THIN = 0.6;
    private static final double THICK = 6.4;

    private final Columns columns;
    private final double width;
    private final double height;
    private final double tile;
    private final double pitch;
    private final double zoom;
    private final List<Weight> weights = new ArrayList<>();

    /** @param zoom how many pixels a unit of the standard type size takes */
    Diagram(Columns columns, double width, double height, double zoom) {
        this.columns = columns;
        this.width = width;
        this.height = height;
        this.zoom = zoom;
        int most = columns.sizes().stream().mapToInt(Integer::intValue).max().orElse(1);
        double room = height - (TOP + BOTTOM) * zoom;
        this.pitch = Math.min(Math.max(PITCH * zoom, room / 7.5), room / most);
        double across = (width - (LEFT + RIGHT) * zoom) / columns.last();
        this.tile = Math.max(12, Math.min(Math.min(Math.max(LARGEST_TILE * zoom, room / 10), pitch - GAP), across * 0.62));
        for (int column = 1; column <= columns.last(); column++) {
            for (int to = 0; to < columns.size(column); to++) {
                for (int from = 0; from < columns.size(column - 1); from++) {
                    weights.add(new Weight(column, from, to));
                }
            }
        }
    }

    Columns columns() {
        return columns;
    }

    boolean fits(double itsWidth, double itsHeight, double itsZoom) {
        return width == itsWidth && height == itsHeight && zoom == itsZoom;
    }

    List<Weight> weights() {
        return weights;
    }

    /** The side of a neuron's picture. */
    double tile() {
        return tile;
    }

    /** Of a column's middle. */
    double x(int column) {
        double from = LEFT * zoom;
        return Math.rint(from + column * (width - from - RIGHT * zoom) / columns.last());
    }

    /** Of a unit's middle. */
    double y(Unit unit) {
        double middle = TOP * zoom + (height - (TOP + BOTTOM) * zoom) / 2;
        double from = middle - (columns.size(unit.column()) - 1) * pitch / 2;
        return Math.rint(from + unit.index() * pitch);
    }

    double zoom() {
        return zoom;
    }

    private double left(int column) {
        return x(column) - half(column);
    }

    /** Half the width of what stands in a column: pictures, or the circles of the outputs. */
    double half(int column) {
        return column == columns.last() ? Math.min(tile / 2, 12 * zoom) : tile / 2;
    }

    double fromX(Weight weight) {
        return x(weight.column() - 1) + half(weight.column() - 1);
    }

    double fromY(Weight weight) {
        return y(new Unit(weight.column() - 1, weight.from()));
    }

    double toX(Weight weight) {
        return left(weight.column());
    }

    double toY(Weight weight) {
        return y(new Unit(weight.column(), weight.to()));
    }

    double biasX(Bias bias) {
        return left(bias.column()) - (bias.column() == columns.last() ? 1 : 0) * zoom;
    }

    double biasY(Bias bias) {
        return y(new Unit(bias.column(), bias.unit())) + half(bias.column());
    }

    /** How thick a weight's line is: proportional to its size, up to {@link #GREATEST}. */
    double thickness(double weight) {
        return zoom * (THIN + (THICK - THIN) * Math.min(1, Math.abs(weight) / GREATEST));
    }

    /** A bias before a unit, a unit before a line. */
    Optional<Spot> at(double x, double y) {
        for (int column = 0; column <= columns.last(); column++) {
            for (int i = 0; i < columns.size(column); i++) {
                Optional<Spot> found = at(new Unit(column, i), x, y);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return nearest(x, y);
    }

    private Optional<Spot> at(Unit unit, double x, double y) {
        if (unit.column() > 0) {
            Bias bias = new Bias(unit.column(), unit.index());
            if (Math.hypot(x - biasX(bias), y - biasY(bias)) <= REACH * zoom) {
                return Optional.of(bias);
            }
        }
        double half = half(unit.column());
        return Math.abs(x - x(unit.column())) <= half && Math.abs(y - y(unit)) <= half ? Optional.of(unit) : Optional.empty();
    }

    private Optional<Spot> nearest(double x, double y) {
        double least = REACH * zoom;
        Optional<Spot> found = Optional.empty();
        for (Weight weight : weights) {
            if (x < fromX(weight) || x > toX(weight)) {
                continue;
            }
            double distance = distance(weight, x, y);
            if (distance < least) {
                least = distance;
                found = Optional.of(weight);
            }
        }
        return found;
    }

    private double distance(Weight weight, double x, double y) {
        double least = Double.MAX_VALUE;
        double lastX = fromX(weight);
        double lastY = fromY(weight);
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            double nextX = bezier(fromX(weight), middle(weight), middle(weight), toX(weight), t);
            double nextY = bezier(fromY(weight), fromY(weight), toY(weight), toY(weight), t);
            least = Math.min(least, toPiece(x, y, lastX, lastY, nextX, nextY));
            lastX = nextX;
            lastY = nextY;
        }
        return least;
    }

    /** Of the curve's handles. */
    double middle(Weight weight) {
        return (fromX(weight) + toX(weight)) / 2;
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    private static double toPiece(double x, double y, double ax, double ay, double bx, double by) {
        double length = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
        double t = length == 0 ? 0 : Math.clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0, 1);
        return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
    }
}
