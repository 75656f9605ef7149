package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.chart.SurfacePicture;
import tadpole.app.xray.XRayModel;
import tadpole.engine.inspect.RuleExplainer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.Reading;
import tadpole.engine.surface.Surface;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.surface.Surfaces;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.surface.Walk;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Contestant;
import tadpole.engine.training.Weight;

/** Paths of the chosen optimizers over a surface, and one step of one of them. */
final class SurfaceModel {

    static final int STEPS = 40;
    /** Rates tried for a path, about 1.8 times apart. */
    private static final double[] RATES =
            {1e-4, 3e-4, 1e-3, 1.8e-3, 3e-3, 5.6e-3, 0.01, 0.018, 0.03, 0.056, 0.1, 0.18, 0.3, 0.56, 1, 1.8, 3};

    private final Device device = Device.plain();
    private final ObjectProperty<Surface> surface = new SimpleObjectProperty<>(Surfaces.RAVINE);
    private final ObjectProperty<Place> start = new SimpleObjectProperty<>(Surfaces.RAVINE.start());
    private final ReadOnlyObjectWrapper<List<SurfacePicture.Path>> paths = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty picked = new SimpleIntegerProperty(1);
    private final IntegerProperty step = new SimpleIntegerProperty(6);
    private final XRayModel xray = new XRayModel();
    private List<Contestant> runners = List.of();
    private Optional<Double> oneRate = Optional.empty();

    SurfaceModel() {
        surface.addListener((_, _, now) -> start.set(now.start()));
        start.addListener(_ -> walk());
        surface.addListener(_ -> walk());
        List.of(paths.getReadOnlyProperty(), picked, step).forEach(each -> each.addListener((InvalidationListener) _ -> explain()));
    }

    ObjectProperty<Surface> surfaceProperty() {
        return surface;
    }

    ObjectProperty<Place> startProperty() {
        return start;
    }

    ReadOnlyObjectProperty<List<SurfacePicture.Path>> pathsProperty() {
        return paths.getReadOnlyProperty();
    }

    /** Whose step is looked at: its place among those who run. */
    IntegerProperty pickedProperty() {
        return picked;
    }

    IntegerProperty stepProperty() {
        return step;
    }

    /** @param rate of all; none where each takes the best for this surface */
    void show(List<Contestant> optimizers, Optional<Double> rate) {
        if (!optimizers.equals(runners) || !rate.equals(oneRate)) {
            runners = List.copyOf(optimizers);
            oneRate = rate;
            walk();
        }
    }

    SurfacePicture picture() {
        return new SurfacePicture(surface.get(), paths.get(), picked.get(), step.get());
    }

    Optional<SurfacePicture.Path> pickedPath() {
        return paths.get().stream().filter(each -> each.contestant() == picked.get()).findFirst();
    }

    /** Of the picked step, along the axis in which the surface is steeper there. */
    Optional<UpdateRule> rule() {
        return reading().map(UpdateRule::of);
    }

    private Optional<Reading> reading() {
        return pickedPath().filter(each -> each.walk().marks().size() > 1).map(each -> each.walk().reading(shownStep(), along()));
    }

    /** The arithmetic of the rule's numbers. */
    XRayModel xray() {
        return xray;
    }

    /** Of the picked step; its lines are those of one optimizer along one axis. */
    Optional<RuleExplainer> explainer() {
        return reading().map(now -> new RuleExplainer(now, new Weight(now.optimizer().type(), along())));
    }

    private void explain() {
        xray.explain(explainer().map(each -> each));
    }

    int shownStep() {
        int last = pickedPath().map(each -> each.walk().marks().size() - 1).orElse(1);
        return Math.clamp(step.get(), 1, Math.max(1, last));
    }

    /** 0 for x, 1 for y. */
    int along() {
        return pickedPath().map(each -> each.walk().marks().get(shownStep() - 1).here())
                .map(here -> Math.abs(here.dy()) > Math.abs(here.dx()) ? 1 : 0).orElse(0);
    }

    /** The nearest mark of all paths becomes the picked step. */
    void pickNear(double x, double y, double reach) {
        double nearest = reach;
        for (SurfacePicture.Path path : paths.get()) {
            List<Walk.Mark> marks = path.walk().marks();
            for (int i = 1; i < marks.size(); i++) {
                double distance = Math.hypot(
                        (marks.get(i).place().x() - x) / surface.get().window().width(),
                        (marks.get(i).place().y() - y) / surface.get().window().height());
                if (distance < nearest) {
                    nearest = distance;
                    picked.set(path.contestant());
                    step.set(i);
                }
            }
        }
    }

    private void walk() {
        List<SurfacePicture.Path> now = new ArrayList<>();
        for (int i = 0; i < runners.size(); i++) {
            Spec runner = runners.get(i).optimizer();
            Walk walk = oneRate.isPresent() ? walk(runner, oneRate.get()) : best(runner);
            now.add(new SurfacePicture.Path(i, runners.get(i).label(), walk));
        }
        if (picked.get() >= runners.size()) {
            picked.set(Math.max(0, runners.size() - 1));
        }
        paths.set(List.copyOf(now));
    }

    private Walk best(Spec runner) {
        Walk best = walk(runner, RATES[0]);
        for (double rate : RATES) {
            Walk other = walk(runner, rate);
            if (end(other) < end(best)) {
                best = other;
            }
        }
        return best;
    }

    /** Mean over the path's second half: where it stays, not where it passes. */
    private double end(Walk walk) {
        if (walk.marks().size() <= STEPS) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = walk.marks().subList(STEPS / 2, STEPS + 1).stream().mapToDouble(mark -> mark.here().value()).average().orElseThrow();
        return Double.isFinite(mean) ? mean : Double.POSITIVE_INFINITY;
    }

    private Walk walk(Spec runner, double rate) {
        try {
            Recipe<?> recipe = Recipe.find(Optimizers.ALL, "optimizer", runner.type());
            Map<String, Object> settings = new java.util.LinkedHashMap<>(runner.settings().asMap());
            settings.put("rate", rate);
            return Walk.of(surface.get(), recipe.with(settings), start.get(), STEPS, device);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked setting was refused.", impossible);
        }
    }
}
