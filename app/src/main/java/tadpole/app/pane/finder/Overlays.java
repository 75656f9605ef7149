package tadpole.app.pane.finder;

import java.util.ArrayList;
import java.util.List;
import tadpole.app.chart.SweepCurve;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;
import tadpole.engine.training.SweepStep;

/** The curves over the first: sweeps of the same experiment with one thing changed. */
final class Overlays {

    private final List<SweepCurve> curves = new ArrayList<>();
    private final List<List<SweepStep>> steps = new ArrayList<>();
    private List<Variant> variants = List.of();
    private String label = "";

    List<SweepCurve> curves() {
        return List.copyOf(curves);
    }

    boolean isEmpty() {
        return curves.isEmpty();
    }

    /** @return what is to be swept */
    List<Variant> begin(Overlay kind, Experiment experiment) {
        clear();
        label = kind.label();
        variants = kind.variants(experiment);
        variants.forEach(each -> {
            curves.add(new SweepCurve(each.name(), List.of()));
            steps.add(new ArrayList<>());
        });
        return variants;
    }

    void hear(SweepPlan plan, List<Told> told) {
        told.forEach(each -> steps.get(each.sweep()).add(each.step()));
        told.stream().map(Told::sweep).distinct().forEach(i ->
                curves.set(i, new SweepCurve(variants.get(i).name(), Sweep.drawn(plan, steps.get(i), false))));
    }

    /** @return what came of it, in one line */
    String end(List<Sweep> sweeps) {
        for (int i = 0; i < sweeps.size(); i++) {
            curves.set(i, new SweepCurve(variants.get(i).name(), sweeps.get(i).drawn()));
        }
        curves.removeIf(each -> each.steps().isEmpty());
        return "%s: %d %s over the first. All were put back: %s.".formatted(label, sweeps.size(), sweeps.size() == 1 ? "sweep" : "sweeps",
                sweeps.stream().allMatch(Sweep::isRestored) ? "checksums agree" : "checksums differ");
    }

    void clear() {
        curves.clear();
        steps.clear();
    }
}
