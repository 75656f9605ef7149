package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.List;
import tadpole.app.chart.DifferencePicture;
import tadpole.engine.inspect.ErrorCurve;

/** The four error curves as they are drawn, and beside those of double the slopes that theory says. */
final class Slopes {

    /** Under it nothing is drawn. */
    private static final double LEAST = 1e-14;
    private static final double SMALLEST = 1e-12;

    private Slopes() {}

    static List<DifferencePicture.Line> of(List<ErrorCurve.Line> all) {
        List<DifferencePicture.Line> lines = new ArrayList<>();
        all.stream().filter(each -> !each.isFloat() && each.points().size() > 1).forEach(each -> {
            ErrorCurve.Point first = each.points().getFirst();
            lines.add(line(first.h(), first.error(), each.order()));
        });
        all.stream().filter(each -> !each.isFloat() && each.centered() && each.points().size() > 1)
                .map(each -> each.points().getLast()).filter(last -> last.h() < 1.01 * SMALLEST).findFirst()
                .ifPresent(last -> lines.add(line(last.h(), last.error(), -1)));
        all.forEach(each -> lines.add(new DifferencePicture.Line(each.isFloat() ? "float" : "double",
                each.points().stream().mapToDouble(ErrorCurve.Point::h).toArray(), each.points().stream().mapToDouble(ErrorCurve.Point::error).toArray(),
                each.isFloat() ? 1 : 0, each.isFloat(), !each.centered())));
        return lines;
    }

    /** From a point on, error ~ h^order, down to where it is of no more interest. */
    private static DifferencePicture.Line line(double h, double error, int order) {
        double end = Math.clamp(h * Math.pow(LEAST / error, 1.0 / order), SMALLEST, 1);
        return new DifferencePicture.Line("", new double[] {h, end}, new double[] {error, error * Math.pow(end / h, order)}, 2, false, true);
    }
}
