package tadpole.app.pane.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.chart.RateScale;
import tadpole.app.chart.SweepCurve;
import tadpole.app.chart.SweepPicture;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;
import tadpole.engine.training.SweepStep;

/** What is on the chart: one sweep, while it goes on and once it has ended, and the overlays. */
final class ShownSweep {

    private final ReadOnlyObjectWrapper<Optional<Sweep>> sweep = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<SweepStep> steps = new ArrayList<>();
    private final Overlays overlays = new Overlays();
    private Optional<Variant> base = Optional.empty();
    private SweepPlan plan = SweepPlan.standard();

    /** The sweep, once it has ended. */
    ReadOnlyObjectProperty<Optional<Sweep>> sweepProperty() {
        return sweep.getReadOnlyProperty();
    }

    Overlays overlays() {
        return overlays;
    }

    /** What was swept. */
    Optional<Experiment> experiment() {
        return base.map(Variant::experiment);
    }

    SweepPlan plan() {
        return plan;
    }

    /** Whether there is anything on the chart. */
    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What is where the curve will be; empty where a curve is drawn. */
    String hint() {
        if (!drawn().isEmpty()) {
            return "";
        }
        return sweep.get().map(found -> "%d %s: too few to draw, for the first %d and the last %d are left out. Take more steps.".formatted(
                found.steps().size(), found.steps().size() == 1 ? "step" : "steps", plan.skipFirst(), plan.skipLast()))
                .orElse("The loss at every learning rate appears here: small rates at the left, great ones at the right.");
    }

    private List<SweepStep> drawn() {
        return sweep.get().map(Sweep::drawn).orElseGet(() -> Sweep.drawn(plan, steps, false));
    }

    List<Suggestion> suggestions() {
        return sweep.get().map(Sweep::suggestions).orElse(List.of());
    }

    /** Clears the chart for another sweep. */
    void begin(Experiment experiment, SweepPlan wanted) {
        base = Optional.of(new Variant("", experiment));
        plan = wanted;
        steps.clear();
        overlays.clear();
        sweep.set(Optional.empty());
    }

    /** The axis of a sweep that may be next; that of the chart stays what it is. */
    void preview(SweepPlan wanted) {
        if (isEmpty()) {
            plan = wanted;
        }
    }

    void hear(List<Told> told) {
        told.forEach(each -> steps.add(each.step()));
    }

    void end(Sweep found) {
        sweep.set(Optional.of(found));
    }

    /** @return what is to be swept over the first, which gets a name in the legend */
    List<Variant> overlay(Overlay kind) {
        Experiment experiment = experiment().orElseThrow();
        base = Optional.of(new Variant(kind.name(experiment), experiment));
        return overlays.begin(kind, experiment);
    }

    RateScale rates() {
        return SweepPicture.scale(plan);
    }

    SweepPicture picture(OptionalDouble chosen) {
        List<SweepCurve> curves = new ArrayList<>();
        curves.add(new SweepCurve(base.map(Variant::name).orElse(""), drawn()));
        curves.addAll(overlays.curves());
        return new SweepPicture(rates(), curves, suggestions(), chosen, SweepPicture.title(plan), SweepPicture.foot(plan));
    }
}
