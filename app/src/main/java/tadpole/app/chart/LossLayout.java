package tadpole.app.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Where the plots of a run's chart stand and what their axes show: loss above and, where samples have classes, accuracy below. */
final class LossLayout {

    static final double TOP = 26;
    private static final double RIGHT = 18;
    private static final double BEYOND = 8;
    private static final double GAP = 30;
    private static final double LOSS_SHARE = 0.59;
    private static final double TICK_PIXELS = 27;
    private static final double MOST_TICKS = 8;

    private LossLayout() {}

    static List<Plot> plots(Curves curves, double width, double height) {
        boolean both = curves.frame().hasAccuracy();
        double rooms = height - TOP - (both ? GAP : 0) - Plots.BOTTOM;
        double wide = width - Plots.LEFT - RIGHT;
        if (rooms < 40 || wide < 80) {
            return List.of();
        }
        double lossHeight = Math.round((both ? LOSS_SHARE : 1) * rooms);
        Axis whole = epochs(curves, wide);
        List<Plot> plots = new ArrayList<>();
        plots.add(loss(curves, whole, new Rectangle2D.Double(Plots.LEFT, TOP, wide, lossHeight)));
        if (both) {
            plots.add(accuracy(curves, whole, new Rectangle2D.Double(Plots.LEFT, TOP + lossHeight + GAP, wide, rooms - lossHeight)));
        }
        return plots;
    }

    private static Axis epochs(Curves curves, double wide) {
        if (!curves.zoom().logAcross()) {
            return Axis.of(Scale.ofEpochs(curves.horizon(), wide / 60, BEYOND / wide));
        }
        Axis log = Fitting.across(List.of(curves.averageLoss()), Optional.empty(), true);
        return Axis.log(log.from(), Math.max(log.to(), curves.horizon()) * 1.02);
    }

    private static Plot loss(Curves curves, Axis wholeAcross, Rectangle2D area) {
        Zoom zoom = curves.zoom();
        Axis across = Fitting.seen(zoom.across(), wholeAcross);
        double ticks = ticks(area.getHeight());
        List<Points> all = Stream.concat(Stream.of(curves.averageLoss(), curves.heldOutLoss()),
                curves.behind().stream().flatMap(each -> each.loss().stream())).toList();
        Axis whole = zoom.logUp() ? Fitting.up(all, Zoom.Range.of(wholeAcross), false, true, false, ticks) : wholeLoss(curves, wholeAcross, ticks);
        List<Points> close = Stream.concat(all.stream(), Stream.of(curves.batchLoss())).toList();
        Axis up = zoom.across().isEmpty() ? whole : Fitting.up(close, Zoom.Range.of(across), false, zoom.logUp(), false, ticks);
        List<Trace> traces = new ArrayList<>(List.of(
                new Trace("batch alone", 0, curves.batchLoss(), curves.place()),
                new Trace("average, β 0.98", 0, curves.averageLoss(), curves.place()),
                new Trace(curves.frame().heldOut(), 1, curves.heldOutLoss(), curves.place())));
        curves.behind().forEach(each -> each.loss().ifPresent(line -> traces.add(new Trace(each.name(), each.look(), line, each.place()))));
        return new Plot(area, across, Fitting.seen(Optional.ofNullable(zoom.up().get(0)), up), wholeAcross, whole, false, traces);
    }

    /** Room for what lies behind, too. */
    private static Axis wholeLoss(Curves curves, Axis across, double ticks) {
        Scale own = Scale.ofLoss(curves, ticks);
        List<Points> behind = curves.behind().stream().flatMap(each -> each.loss().stream()).filter(each -> each.size() > 0).toList();
        if (behind.isEmpty()) {
            return Axis.of(own);
        }
        Axis others = Fitting.up(behind, Zoom.Range.of(across), true, false, false, ticks);
        double from = Math.min(own.from(), others.from());
        double to = Math.max(own.to(), others.to());
        return new Axis(from, to, Scale.covering(from, to, ticks).tick(), false);
    }

    private static Plot accuracy(Curves curves, Axis wholeAcross, Rectangle2D area) {
        Zoom zoom = curves.zoom();
        Axis across = Fitting.seen(zoom.across(), wholeAcross);
        double ticks = ticks(area.getHeight());
        double lowest = curves.behind().stream().flatMapToDouble(each -> DoubleStream.of(each.heldOutAccuracy().y())).min().orElse(1);
        Scale own = Scale.ofAccuracy(curves, ticks);
        Axis whole = lowest >= own.from() ? Axis.of(own)
                : new Axis(Math.max(0, lowest - 0.01), own.to(), Scale.covering(lowest, own.to(), ticks).tick(), false);
        Axis up = zoom.across().isEmpty() ? whole
                : Fitting.up(List.of(curves.averageAccuracy(), curves.trainAccuracy(), curves.heldOutAccuracy()), Zoom.Range.of(across), false, false, true, ticks);
        List<Trace> traces = new ArrayList<>(List.of(
                new Trace("training, average", 0, curves.averageAccuracy(), curves.place()),
                new Trace("training, whole epoch", 0, curves.trainAccuracy(), curves.place()),
                new Trace(curves.frame().heldOut(), 1, curves.heldOutAccuracy(), curves.place())));
        curves.behind().forEach(each -> traces.add(new Trace(each.name(), each.look(), each.heldOutAccuracy(), each.place())));
        return new Plot(area, across, Fitting.seen(Optional.ofNullable(zoom.up().get(1)), up), wholeAcross, whole, true, traces);
    }

    private static double ticks(double height) {
        return Math.min(MOST_TICKS, height / TICK_PIXELS);
    }
}
