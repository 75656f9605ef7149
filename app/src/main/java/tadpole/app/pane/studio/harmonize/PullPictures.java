package tadpole.app.pane.studio.harmonize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.app.chart.XyPicture;
import tadpole.app.pane.studio.PullColors;
import tadpole.engine.picture.pull.PullName;

/** Shares or losses from iteration to iteration, as small curves. */
final class PullPictures {

    private static final double FIRST = 40;
    private static final double WIDTH = 1.8;
    private static final double MOST = 1.5;

    private PullPictures() {}

    static XyPicture of(List<Pulling.Moment> moments, boolean losses) {
        double right = Math.max(FIRST, moments.isEmpty() ? 0 : moments.getLast().number());
        double top = 0.1;
        List<XyPicture.Item> items = new ArrayList<>();
        for (PullName.Kind kind : PullName.Kind.values()) {
            double[] x = moments.stream().mapToDouble(Pulling.Moment::number).toArray();
            double[] y = moments.stream().mapToDouble(each -> values(each, losses).getOrDefault(kind, Double.NaN)).toArray();
            for (double value : y) {
                top = Double.isNaN(value) ? top : Math.max(top, Math.min(MOST, value));
            }
            items.add(kind == PullName.Kind.HISTOGRAM ? new XyPicture.Line(x, y, PullColors.look(kind), WIDTH, 7, 4)
                    : new XyPicture.Line(x, y, PullColors.look(kind), WIDTH));
        }
        return new XyPicture("", "", new XyPicture.Axes(1, right, -0.02, 1.05 * top, false, true, "iteration"), items);
    }

    private static Map<PullName.Kind, Double> values(Pulling.Moment moment, boolean losses) {
        return losses ? moment.losses() : moment.shares();
    }
}
