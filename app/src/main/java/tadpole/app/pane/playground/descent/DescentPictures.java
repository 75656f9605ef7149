package tadpole.app.pane.playground.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.app.chart.Digits;
import tadpole.app.chart.XyPicture;
import tadpole.app.chart.XyPicture.Axes;
import tadpole.app.chart.XyPicture.Item;
import tadpole.engine.surface.Curve;
import tadpole.engine.surface.CurveWalk;

/** The room's pictures: the curve with the path, the same small for other rates, the loss from step to step. */
final class DescentPictures {

    private static final int SAMPLES = 240;
    private static final double LEAST_LOSS = 1e-12;
    private static final double DECADES = 14;

    private DescentPictures() {}

    static Axes axes(Curve curve, boolean bare) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double x : samples(curve)) {
            least = Math.min(least, curve.at(x).value());
            most = Math.max(most, curve.at(x).value());
        }
        double room = 0.06 * (most - least);
        return new Axes(curve.left(), curve.right(), least - room, most + room, false, bare, "x");
    }

    private static double[] samples(Curve curve) {
        return IntStream.rangeClosed(0, SAMPLES).mapToDouble(i -> curve.left() + (curve.right() - curve.left()) * i / SAMPLES).toArray();
    }

    static XyPicture path(DescentModel.Shown shown) {
        Curve curve = shown.curve();
        List<Item> items = new ArrayList<>();
        shown.basins().ifPresent(basins -> items.add(new XyPicture.Strip(basins.reached())));
        for (double minimum : curve.minima()) {
            items.add(new XyPicture.Upright(minimum, "minimum at " + Digits.shortest(minimum)));
        }
        items.add(line(curve));
        List<CurveWalk.Mark> marks = shown.walk().marks().subList(0, shown.step() + 1);
        marks.stream().skip(Math.max(0, marks.size() - 4))
                .forEach(mark -> items.add(new XyPicture.Tangent(mark.x(), mark.here().value(), mark.here().slope(), 1)));
        items.add(new XyPicture.Line(xs(marks), values(marks), 1, 1.1));
        items.add(new XyPicture.Dots(xs(marks), values(marks), 1, 4, marks.size() - 1));
        CurveWalk.Mark start = marks.getFirst();
        items.add(new XyPicture.Words(start.x(), start.here().value(), marks.size() == 1 ? "start: drag it" : "start", -1));
        if (marks.size() > 1) {
            items.add(new XyPicture.Words(marks.getLast().x(), marks.getLast().here().value(), "step " + (marks.size() - 1), 1));
        }
        String note = "%s · rate %s%s".formatted(curve.formula(), Digits.shortest(shown.walk().rate()),
                shown.basins().isEmpty() ? "" : " · the strip: where each start ends");
        return new XyPicture(curve.label(), note, axes(curve, false), items);
    }

    static XyPicture small(CurveWalk walk) {
        return new XyPicture("", "", axes(walk.curve(), true), List.of(line(walk.curve()),
                new XyPicture.Line(xs(walk.marks()), values(walk.marks()), 1, 1),
                new XyPicture.Dots(xs(walk.marks()), values(walk.marks()), 1, 2.6, -1)));
    }

    /** Above the lowest minimum, so that a logarithm can be taken. */
    static XyPicture losses(DescentModel.Shown shown) {
        double floor = shown.curve().minima().stream().mapToDouble(x -> shown.curve().at(x).value()).min().orElse(0);
        double[] above = shown.walk().marks().stream().mapToDouble(mark -> Math.max(LEAST_LOSS, mark.here().value() - floor)).toArray();
        double most = IntStream.range(0, above.length).mapToDouble(i -> above[i]).filter(Double::isFinite).max().orElse(1);
        double least = IntStream.range(0, above.length).mapToDouble(i -> above[i]).filter(Double::isFinite).min().orElse(LEAST_LOSS);
        double bottom = Math.max(least / 2, most / Math.pow(10, DECADES));
        Axes axes = new Axes(0, 1.03 * Math.max(1, shown.last()), bottom, Math.max(2 * most, 10 * bottom), true, false, "step");
        double[] steps = IntStream.range(0, above.length).mapToDouble(i -> i).toArray();
        return new XyPicture("Loss", floor == 0 ? "log axis" : "above %s, log axis".formatted(Digits.shortest(floor)), axes, List.of(
                new XyPicture.Line(steps, above, 0, 1.8), new XyPicture.Dots(steps, above, 0, 2.4, shown.step())));
    }

    private static XyPicture.Line line(Curve curve) {
        double[] x = samples(curve);
        return new XyPicture.Line(x, IntStream.range(0, x.length).mapToDouble(i -> curve.at(x[i]).value()).toArray(), 0, 2);
    }

    private static double[] xs(List<CurveWalk.Mark> marks) {
        return marks.stream().mapToDouble(CurveWalk.Mark::x).toArray();
    }

    private static double[] values(List<CurveWalk.Mark> marks) {
        return marks.stream().mapToDouble(mark -> mark.here().value()).toArray();
    }
}
