package tadpole.app.pane.playground.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tadpole.app.chart.SurfacePicture;
import tadpole.app.chart.XyPicture;
import tadpole.app.chart.XyPicture.Axes;
import tadpole.app.chart.XyPicture.Item;
import tadpole.engine.surface.Surface;
import tadpole.engine.surface.Walk;

/** The room's pictures: the curve over the points, the loss, the bowl of two weights with the path. */
final class RegressionPictures {

    private static final int SAMPLES = 160;
    private static final int MOST_MARKS = 300;
    private static final double DECADES = 100;
    private static final double LEAST_LOSS = 1e-30;
    /** Room beyond the greatest and the last, so that no mark is cut. */
    private static final double ROOM = 0.05;

    private RegressionPictures() {}

    static Axes axes(List<double[]> points) {
        double left = points.stream().mapToDouble(each -> each[0]).min().orElse(0);
        double right = points.stream().mapToDouble(each -> each[0]).max().orElse(1);
        double bottom = points.stream().mapToDouble(each -> each[1]).min().orElse(0);
        double top = points.stream().mapToDouble(each -> each[1]).max().orElse(1);
        double across = Math.max(1e-3, 0.2 * (right - left));
        double up = Math.max(1e-3, 0.25 * (top - bottom));
        return new Axes(left - across, right + across, bottom - up, top + up, false, false, "x");
    }

    static XyPicture fit(RegressionModel model) {
        List<double[]> points = model.points();
        Axes axes = axes(points);
        List<Item> items = new ArrayList<>();
        double[] weights = model.shownWeights();
        model.fit().ifPresent(fit -> {
            double[] x = IntStream.rangeClosed(0, SAMPLES).mapToDouble(i -> axes.left() + (axes.right() - axes.left()) * i / SAMPLES).toArray();
            double[] y = IntStream.range(0, x.length).mapToDouble(i -> fit.predict(weights, x[i])).toArray();
            items.add(new XyPicture.Line(x, y, 0, 2.2));
        });
        items.add(new XyPicture.Dots(points.stream().mapToDouble(each -> each[0]).toArray(), points.stream().mapToDouble(each -> each[1]).toArray(), 1, 5, -1));
        String note = "%s · click or drag to set points".formatted(model.shown() < 0 ? "before the first step" : "after iteration " + model.shown());
        boolean outside = model.fit().filter(fit -> isOutside(fit, weights, axes)).isPresent();
        if (outside) {
            items.add(new XyPicture.Words(axes.left(), axes.bottom(), "the curve is far outside this picture", 0));
        }
        return new XyPicture("y over x", note, axes, items);
    }

    private static boolean isOutside(LinearFit fit, double[] weights, Axes axes) {
        return IntStream.rangeClosed(0, SAMPLES).mapToDouble(i -> fit.predict(weights, axes.left() + (axes.right() - axes.left()) * i / SAMPLES))
                .noneMatch(y -> y >= axes.bottom() && y <= axes.top());
    }

    static XyPicture losses(RegressionModel model) {
        double[] loss = model.moments().stream().mapToDouble(Moment::loss).toArray();
        double[] iterations = IntStream.range(0, loss.length).mapToDouble(i -> i).toArray();
        double most = IntStream.range(0, loss.length).mapToDouble(i -> loss[i]).filter(Double::isFinite).max().orElse(1);
        double least = IntStream.range(0, loss.length).mapToDouble(i -> loss[i]).filter(each -> Double.isFinite(each) && each > 0).min().orElse(0.1);
        double top = Math.max(1.4 * most * Math.pow(most / Math.min(least, most), ROOM), LEAST_LOSS);
        double bottom = Math.max(Math.max(least / 2, top / Math.pow(10, DECADES)), LEAST_LOSS / 10);
        Axes axes = new Axes(0, (1 + ROOM / 2) * Math.max(1, model.experiment().training().epochs() - 1), bottom, Math.max(top, 10 * bottom), true, false, "iteration");
        List<Item> items = loss.length == 0 ? List.of() : List.of(new XyPicture.Line(iterations, loss, 0, 1.8),
                new XyPicture.Dots(loss.length > MOST_MARKS / 3 ? new double[] {Math.max(0, model.shown())} : iterations,
                        loss.length > MOST_MARKS / 3 ? new double[] {loss[Math.max(0, model.shown())]} : loss, 0, 2.6,
                        loss.length > MOST_MARKS / 3 ? 0 : Math.max(0, model.shown())));
        return new XyPicture("Loss", model.experiment().training().sums() ? "sum over the samples, before each update, log axis" : "before each update, log axis", axes, items);
    }

    static SurfacePicture bowl(RegressionModel model, LinearFit fit, int a, int b) {
        Surface surface = surface(model, fit, a, b);
        List<Walk.Mark> marks = new ArrayList<>();
        marks.add(mark(surface, model.start(), a, b));
        int last = model.shown();
        int every = Math.max(1, (last + 1) / MOST_MARKS);
        for (int i = 0; i <= last; i += every) {
            marks.add(mark(surface, model.moments().get(i).weights(), a, b));
        }
        Walk walk = new Walk(surface, model.experiment().optimizer(), marks);
        return new SurfacePicture(surface, List.of(new SurfacePicture.Path(1, "path", walk)), -1, 0);
    }

    /** The other weights are where they stand; where the run has flown off, at the start. */
    static Surface surface(RegressionModel model, LinearFit fit, int a, int b) {
        double[] shown = model.shownWeights();
        return fit.over(fit.loss(shown) <= fit.loss(model.start()) ? shown : model.start(), a, b, model.start());
    }

    private static Walk.Mark mark(Surface surface, double[] weights, int a, int b) {
        return new Walk.Mark(new Surface.Place(weights[a], weights[b]), surface.at(weights[a], weights[b]), Map.of(), Map.of());
    }
}
