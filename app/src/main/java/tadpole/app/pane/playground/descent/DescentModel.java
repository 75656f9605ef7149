package tadpole.app.pane.playground.descent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.DoubleStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.inspect.CurveExplainer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.Basins;
import tadpole.engine.surface.Curve;
import tadpole.engine.surface.CurveWalk;
import tadpole.engine.surface.Verdict;
import tadpole.engine.surface.WalkPlan;
import tadpole.engine.tensor.Device;

/** One path down a curve, step by step, and beside it the same start at several rates. */
final class DescentModel {

    /** 1 - rate · curvature of the rates that a parabola is first shown with. */
    private static final double[] FACTORS = {0.94, 0.6, 0, -0.8, -1, -1.1};
    private static final Map<String, double[]> RATES = Map.of(
            "twoMinima", new double[] {0.02, 0.05, 0.1, 0.15, 0.18, 0.3},
            "walls", new double[] {0.01, 0.1, 0.25, 0.4, 0.5, 0.6},
            "kink", new double[] {0.03, 0.1, 0.3, 0.6, 1, 2});
    private static final int BASINS = 140;

    /**
     * What is shown of one path.
     *
     * @param step how many of its steps
     */
    record Shown(WalkPlan plan, CurveWalk walk, Verdict verdict, List<CurveWalk> others, Optional<Basins> basins, int step) {

        Curve curve() {
            return walk.curve();
        }

        int last() {
            return walk.marks().size() - 1;
        }

        CurveWalk.Mark mark() {
            return walk.marks().get(step);
        }

        Verdict verdict(CurveWalk other) {
            return Verdict.of(plan, other);
        }
    }

    private final Device device = Device.plain();
    private final Executor background;
    private final Executor ui;
    private final FormModel form = new FormModel(WalkPlan.RECIPE);
    private final RecipePickerModel<OptimizerMaker> optimizer = new RecipePickerModel<>(Optimizers.ALL);
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private String name = "walk";
    private String about = "";
    private List<Double> rates;
    private boolean opening;
    private volatile int basinsAsked;

    /** @param background where the basins are found, which takes a moment */
    DescentModel(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
        rates = suggested("parabola", 2);
        optimizer.form().field("rate").take(0.1);
        form.settingsProperty().addListener((_, before, now) -> {
            if (!opening && !before.choice("curve").equals(now.choice("curve"))) {
                opening = true;
                form.field("start").take(plan().curve().start());
                opening = false;
            }
            if (!opening && (!before.choice("curve").equals(now.choice("curve")) || before.decimal("curvature") != now.decimal("curvature"))) {
                rates = suggested(now.choice("curve"), plan().curve().at(0).curvature());
            }
            update(true);
        });
        optimizer.specProperty().addListener((_, _, _) -> update(true));
        update(true);
    }

    private static List<Double> suggested(String curve, double curvature) {
        return RATES.containsKey(curve) ? DoubleStream.of(RATES.get(curve)).boxed().toList()
                : DoubleStream.of(FACTORS).map(factor -> Math.round((1 - factor) / curvature * 1e6) / 1e6).boxed().toList();
    }

    FormModel form() {
        return form;
    }

    RecipePickerModel<OptimizerMaker> optimizer() {
        return optimizer;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    Shown shown() {
        return shown.get();
    }

    BooleanProperty playingProperty() {
        return playing;
    }

    CurveExplainer explainer() {
        return new CurveExplainer(shown().walk());
    }

    double rate() {
        return optimizer.spec().settings().decimal("rate");
    }

    void takeRate(double rate) {
        optimizer.form().field("rate").take(rate);
    }

    void start(double x) {
        Curve curve = shown().curve();
        double grain = Math.pow(10, Math.floor(Math.log10((curve.right() - curve.left()) / 400)));
        form.field("start").take(Math.rint(Math.clamp(x, curve.left(), curve.right()) / grain) * grain);
    }

    /** So many steps of the path are shown; it stops playing at its end. */
    void go(int step) {
        Shown now = shown();
        int to = Math.clamp(step, 0, now.last());
        shown.set(new Shown(now.plan(), now.walk(), now.verdict(), now.others(), now.basins(), to));
        if (to == now.last()) {
            playing.set(false);
        }
    }

    void next() {
        go(shown().step() + 1);
    }

    void playOrPause() {
        if (!playing.get() && shown().step() == shown().last()) {
            go(0);
        }
        playing.set(!playing.get());
    }

    /** Before the first step. */
    void restart() {
        playing.set(false);
        go(0);
    }

    /** The step whose place is nearest, where one is near enough. */
    void pickNear(double x, double y, double reachX, double reachY) {
        int nearest = -1;
        double least = 1;
        List<CurveWalk.Mark> marks = shown().walk().marks();
        for (int i = 0; i < marks.size(); i++) {
            double distance = Math.hypot((marks.get(i).x() - x) / reachX, (marks.get(i).here().value() - y) / reachY);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest >= 0) {
            go(nearest);
        }
    }

    WalkPlan plan() {
        return new WalkPlan(name, about, form.settings(), optimizer.spec(), rates);
    }

    void show(WalkPlan plan) {
        playing.set(false);
        opening = true;
        name = plan.name();
        about = plan.about();
        form.show(plan.settings());
        optimizer.show(plan.optimizer());
        rates = plan.rates();
        optimizer.form().field("rate").take(rates.getFirst());
        opening = false;
        update(true);
    }

    String about() {
        return about;
    }

    private void update(boolean basinsToo) {
        if (opening) {
            return;
        }
        WalkPlan plan = plan();
        CurveWalk walk = plan.walk(rate(), device);
        List<CurveWalk> others = new ArrayList<>();
        rates.forEach(rate -> others.add(plan.walk(rate, device)));
        int step = playing.get() ? Math.min(shown().step(), walk.marks().size() - 1) : walk.marks().size() - 1;
        Optional<Basins> basins = Optional.ofNullable(shown.get()).flatMap(Shown::basins).filter(each -> each.curve().key().equals(walk.curve().key()));
        shown.set(new Shown(plan, walk, Verdict.of(plan, walk), others, basins, step));
        if (basinsToo && walk.curve().minima().size() > 1) {
            findBasins(walk.curve(), plan.at(rate()));
        }
    }

    private void findBasins(Curve curve, Spec walker) {
        int asked = ++basinsAsked;
        background.execute(() -> {
            if (asked != basinsAsked) {
                return;
            }
            try (Device own = Device.plain()) {
                Basins found = Basins.of(curve, walker, BASINS, own);
                ui.execute(() -> tell(asked, found));
            } catch (SettingException impossible) {
                throw new IllegalStateException("A checked optimizer was refused.", impossible);
            }
        });
    }

    private void tell(int asked, Basins found) {
        Shown now = shown();
        if (asked == basinsAsked && now.curve().key().equals(found.curve().key())) {
            shown.set(new Shown(now.plan(), now.walk(), now.verdict(), now.others(), Optional.of(found), now.step()));
        }
    }

    /** Whether the drawer shows the curvature: only one curve's can be chosen. */
    static boolean hasCurvature(WalkPlan plan) {
        return plan.curve().key().equals("parabola");
    }

}
