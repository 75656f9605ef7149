package tadpole.app.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a person looks at a chart: which part of it, on linear or logarithmic axes.
 *
 * @param across what is seen of x; empty for everything
 * @param up     what is seen of y, by the plot's place from above; a plot that is not there fits itself to what is seen of x
 */
public record Zoom(Optional<Range> across, Map<Integer, Range> up, boolean logAcross, boolean logUp) {

    public static final Zoom EVERYTHING = new Zoom(Optional.empty(), Map.of(), false, false);

    public record Range(double from, double to) {

        static Range of(Axis axis) {
            return new Range(axis.from(), axis.to());
        }
    }

    public Zoom {
        up = Map.copyOf(up);
    }

    public boolean isEverything() {
        return across.isEmpty() && up.isEmpty();
    }

    /** All of it again, on the axes that were chosen. */
    public Zoom everything() {
        return new Zoom(Optional.empty(), Map.of(), logAcross, logUp);
    }

    /** Everything of x where it covers the whole. */
    Zoom withAcross(Axis seen, Axis whole) {
        return new Zoom(seen.covers(whole) ? Optional.empty() : Optional.of(Range.of(seen)), up, logAcross, logUp);
    }

    Zoom withUp(int plot, Axis seen) {
        Map<Integer, Range> all = new HashMap<>(up);
        all.put(plot, Range.of(seen));
        return new Zoom(across, all, logAcross, logUp);
    }

    /** A range of the linear axis may begin where a logarithmic one cannot. */
    public Zoom withLogAcross(boolean log) {
        return new Zoom(across.filter(range -> !log || range.from() > 0), up, log, logUp);
    }

    public Zoom withLogUp(boolean log) {
        return new Zoom(across, Map.of(), logAcross, log);
    }
}
