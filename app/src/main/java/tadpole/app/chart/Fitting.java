package tadpole.app.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Which part of their numbers axes show: all of them, but for the first wild losses and what a logarithm does not take. */
final class Fitting {

    /** The first losses of a run are wild; those of this share of x do not stretch the axis. */
    private static final double WILD = 0.04;
    private static final int FEW = 25;
    private static final double ROOM = 0.05;
    private static final double FLAT = 1e-9;
    /** Less of a logarithmic axis than this many times its greatest number is not worth its room. */
    private static final double DEEPEST = 1e-12;

    private Fitting() {}

    static Axis across(List<Points> lines, Optional<Zoom.Range> whole, boolean log) {
        double most = lines.stream().flatMapToDouble(points -> DoubleStream.of(points.x())).max().orElse(0);
        double to = Math.max(most, whole.map(Zoom.Range::to).orElse(0.0));
        double end = to > 0 ? to : 1;
        if (!log) {
            return Axis.linear(Math.min(whole.map(Zoom.Range::from).orElse(0.0), 0), end);
        }
        double least = lines.stream().flatMapToDouble(points -> DoubleStream.of(points.x())).filter(x -> x > 0).min().orElse(end / 100);
        return Axis.log(least < end ? least : end / 10, end);
    }

    /** @param seen of x. @param ticks about how many */
    static Axis up(List<Points> lines, Zoom.Range seen, boolean wild, boolean log, boolean percent, double ticks) {
        double[] all = lines.stream().flatMapToDouble(points -> within(points, seen, wild)).filter(y -> Double.isFinite(y) && (!log || y > 0)).toArray();
        if (all.length == 0) {
            return log ? Axis.log(0.01, 1) : Axis.linear(0, 1);
        }
        double least = Arrays.stream(all).min().orElseThrow();
        double most = Arrays.stream(all).max().orElseThrow();
        if (log) {
            LogAxis axis = LogAxis.of(Math.max(least, DEEPEST * most), most);
            return Axis.log(axis.from(), axis.to());
        }
        // What never changes stands in the middle of numbers that one can read.
        boolean flat = most - least <= FLAT * Math.abs(most);
        double margin = flat ? Math.max(0.5 * Math.abs(most), FLAT) : ROOM * (most - least);
        double bottom = least >= 0 && least < 0.5 * most && wild ? 0 : least - margin;
        double top = most + margin;
        if (percent && top > 1 && most <= 1) {
            top = 1;
        }
        Scale scale = Scale.covering(bottom, top, ticks);
        return new Axis(Math.max(scale.from(), bottom - margin), Math.min(scale.to(), top + margin), scale.tick(), false);
    }

    /** @param chosen may not suit the kind of axis; then the whole is seen */
    static Axis seen(Optional<Zoom.Range> chosen, Axis whole) {
        return chosen.filter(range -> range.to() > range.from() && (!whole.log() || range.from() > 0))
                .map(range -> new Axis(range.from(), range.to(), 0, whole.log())).orElse(whole);
    }

    private static DoubleStream within(Points points, Zoom.Range seen, boolean wild) {
        double from = wild && points.size() >= FEW ? seen.from() + WILD * (seen.to() - seen.from()) : seen.from();
        return IntStream.range(0, points.size()).filter(i -> points.x()[i] >= from && points.x()[i] <= seen.to()).mapToDouble(i -> points.y()[i]);
    }
}
