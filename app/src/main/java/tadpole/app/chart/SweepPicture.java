package tadpole.app.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.OptionalDouble;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;

/**
 * A learning-rate finder's curves as they stand at one moment.
 *
 * @param curves      the first with its single batches; the others over it
 * @param suggestions drawn as geometry on the first curve, where it is alone
 * @param chosen      a line at that rate; none in the window, where it can be dragged
 * @param title       beside "Loss": what the points and the line are
 * @param foot        the lower axis' name
 */
public record SweepPicture(
        RateScale rates, List<SweepCurve> curves, List<Suggestion> suggestions, OptionalDouble chosen, String title, String foot)
        implements Drawing {

    public SweepPicture {
        curves = List.copyOf(curves);
        suggestions = List.copyOf(suggestions);
    }

    /** A sweep that has ended, alone. */
    public static SweepPicture of(Sweep sweep) {
        return new SweepPicture(scale(sweep.plan()), List.of(new SweepCurve("", sweep.drawn())), sweep.suggestions(),
                OptionalDouble.empty(), title(sweep.plan()), foot(sweep.plan()));
    }

    public static RateScale scale(SweepPlan plan) {
        return RateScale.covering(plan.from(), plan.to());
    }

    public static String title(SweepPlan plan) {
        return "each batch, and its average (β %s)".formatted(Digits.shortest(plan.beta()));
    }

    public static String foot(SweepPlan plan) {
        String first = plan.skipFirst() > 0 ? "first " + plan.skipFirst() : "";
        String last = plan.skipLast() > 0 ? "last " + plan.skipLast() : "";
        String both = first + (first.isEmpty() || last.isEmpty() ? "" : " and ") + last;
        return "learning rate, log scale" + (both.isEmpty() ? "" : " · " + both + " steps not drawn");
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        new SweepChart(colors, fonts).draw(g, this, width, height);
    }
}
