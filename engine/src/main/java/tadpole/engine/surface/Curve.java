package tadpole.engine.surface;

import java.util.List;
import tadpole.engine.formula.Expr;

/**
 * A loss of one number that one can see as a curve.
 *
 * @param key     its name in files
 * @param label   its name in the window
 * @param formula as people write it
 * @param about   one sentence on what it teaches
 * @param left    what is shown of it, from here
 * @param right   to here
 * @param start   where a path begins when nobody says otherwise
 * @param minima  the lowest places, from the left
 * @param shape   value, slope and curvature
 */
public record Curve(
        String key, String label, String formula, String about, double left, double right, double start, List<Double> minima, Shape shape) {

    /** What a curve is at a place: its value, first and second derivative. */
    public record Here(double value, double slope, double curvature) {}

    /** Value, slope and curvature, in closed form; the first two also as formulas that are drawn. */
    public interface Shape {

        Here at(double x);

        Expr value(Expr x);

        Expr slope(Expr x);
    }

    public Curve {
        minima = List.copyOf(minima);
    }

    public Here at(double x) {
        return shape.at(x);
    }

    /** The curve as ground for a {@link Walk}: y plays no part. */
    Surface surface() {
        return new Surface(key, label, formula, about, new Surface.Window(left, right, -1, 1), new Surface.Place(start, 0),
                minima.stream().map(x -> new Surface.Place(x, 0)).toList(),
                (x, _) -> new Surface.Here(at(x).value(), at(x).slope(), 0));
    }
}
