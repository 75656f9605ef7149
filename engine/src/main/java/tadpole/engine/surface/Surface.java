package tadpole.engine.surface;

import java.util.List;

/**
 * A loss of two numbers that one can see as a landscape.
 *
 * @param key     its name in tests and files
 * @param label   its name in the window
 * @param formula as people write it
 * @param about   one sentence on what it teaches
 * @param window  what is shown
 * @param start   where a path begins when nobody says otherwise
 * @param minima  the lowest places; none where it falls without end
 * @param slope   value and gradient
 */
public record Surface(
        String key, String label, String formula, String about, Window window, Place start, List<Place> minima, Slope slope) {

    public Surface {
        minima = List.copyOf(minima);
    }

    /** A place on the ground. */
    public record Place(double x, double y) {}

    /** A rectangle of the ground. */
    public record Window(double left, double right, double bottom, double top) {

        public double width() {
            return right - left;
        }

        public double height() {
            return top - bottom;
        }

        public boolean contains(double x, double y) {
            return x >= left && x <= right && y >= bottom && y <= top;
        }
    }

    /** What a surface is at a place. */
    public record Here(double value, double dx, double dy) {}

    /** Value and gradient of a surface, in closed form. */
    @FunctionalInterface
    public interface Slope {
        Here at(double x, double y);
    }

    public Here at(double x, double y) {
        return slope.at(x, y);
    }
}
