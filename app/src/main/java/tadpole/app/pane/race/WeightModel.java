package tadpole.app.pane.race;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.WeightPicture;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayModel;
import tadpole.engine.inspect.RuleExplainer;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.surface.Reading;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.TrainingResult;
import tadpole.engine.training.Weight;
import tadpole.engine.training.WeightRun;

/** One weight in the steps of a run: the optimizer's rule with its numbers, step by step or played, and how it went so far. */
final class WeightModel {

    private static final int HISTORY = 400;

    private final Desk desk;
    private final Supplier<List<Lanes.Lane>> lanes;
    private final ObservableValue<String> lacking;
    private final ReadOnlyObjectWrapper<List<Lanes.Lane>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Lanes.Lane>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Parameter>> parameters = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Weight>> weight = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final BooleanBinding startable;
    private final WeightHistory history = new WeightHistory(HISTORY);
    private final XRayModel xray = new XRayModel();
    private Optional<WeightRun> run = Optional.empty();
    private Optional<RunningJob<TrainingResult>> running = Optional.empty();

    WeightModel(Desk desk, Supplier<List<Lanes.Lane>> lanes, ObservableValue<String> lacking) {
        this.desk = desk;
        this.lanes = lanes;
        this.lacking = lacking;
        this.startable = Bindings.createBooleanBinding(() -> lacking.getValue().isEmpty() && picked.get().isPresent(), lacking, picked);
        lacking.addListener((_, _, _) -> refresh());
        reading.addListener(_ -> xray.explain(explainer().map(each -> each)));
        desk.workspace().datasetProperty().addListener(_ -> restart());
        refresh();
    }

    ObservableValue<String> lacking() {
        return lacking;
    }

    BooleanBinding startable() {
        return startable;
    }

    ReadOnlyObjectProperty<List<Lanes.Lane>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Lanes.Lane>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** Of the network; none before the first step. */
    ReadOnlyObjectProperty<List<Parameter>> parametersProperty() {
        return parameters.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Weight>> weightProperty() {
        return weight.getReadOnlyProperty();
    }

    /** Of the last step. */
    ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The arithmetic of the rule's numbers. */
    XRayModel xray() {
        return xray;
    }

    Optional<RuleExplainer> explainer() {
        return reading.get().flatMap(now -> weight.get().map(of -> new RuleExplainer(now, of)));
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Takes the runs as they are now; the same one stays picked where it is there. */
    void refresh() {
        List<Lanes.Lane> now = lacking.getValue().isEmpty() ? lanes.get() : List.of();
        if (now.equals(choices.get())) {
            return;
        }
        int before = picked.get().map(each -> choices.get().indexOf(each)).orElse(-1);
        boolean same = before >= 0 && now.size() == choices.get().size();
        choices.set(now);
        pick(same ? Optional.of(now.get(before)) : now.stream().findFirst());
    }

    /** Another optimizer starts anew. */
    void pick(Optional<Lanes.Lane> lane) {
        if (!lane.equals(picked.get())) {
            picked.set(lane);
            restart();
        }
    }

    /** Makes one step and stands still. */
    void next() {
        playing.set(false);
        step();
    }

    /** Makes step after step, as fast as one can look, or stands still. */
    void playOrPause() {
        playing.set(!playing.get());
        if (playing.get()) {
            step();
        }
    }

    void pause() {
        playing.set(false);
    }

    /** Back before the first step. */
    void restart() {
        playing.set(false);
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
        running = Optional.empty();
        run = Optional.empty();
        reading.set(Optional.empty());
        history.clear();
        line.set("");
    }

    private void step() {
        if (!startable.get()) {
            playing.set(false);
            return;
        }
        if (running.isEmpty() && !begin()) {
            return;
        }
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::step);
    }

    private boolean begin() {
        WeightRun[] fresh = new WeightRun[1];
        UiFeed<WeightRun.Seen> feed = new UiFeed<>(desk.jobs().frames(), seen -> {
            if (run.filter(each -> each == fresh[0]).isPresent()) {
                hear(seen);
            }
        });
        desk.jobs().endWarmUp();
        try {
            fresh[0] = new WeightRun(picked.get().orElseThrow().run().experiment(), desk.workspace().datasetProperty().get().orElseThrow(),
                    desk.device(), feed);
        } catch (SettingException misfit) {
            playing.set(false);
            line.set(misfit.getMessage());
            return false;
        }
        run = Optional.of(fresh[0]);
        history.clear();
        parameters.set(fresh[0].parameters());
        weight.get().filter(this::exists).ifPresentOrElse(fresh[0]::watch, () -> weight.set(Optional.empty()));
        running = Optional.of(desk.jobs().startPaused(fresh[0], outcome -> {
            feed.flush();
            if (run.filter(each -> each == fresh[0]).isPresent()) {
                end(outcome);
            }
        }));
        return true;
    }

    private boolean exists(Weight wanted) {
        return parameters.get().stream().anyMatch(each -> each.name().equals(wanted.parameter()) && wanted.index() < each.size());
    }

    private void hear(List<WeightRun.Seen> all) {
        for (WeightRun.Seen seen : all) {
            if (weight.get().isEmpty()) {
                weight.set(Optional.of(seen.weight()));
            }
            if (weight.get().get().equals(seen.weight())) {
                history.add(seen.reading());
                reading.set(Optional.of(seen.reading()));
            }
            line.set(String.format(Locale.ROOT, "step %d of %d, batch loss %.4f", seen.reading().step(), run.orElseThrow().plannedSteps(), seen.loss()));
        }
        if (playing.get()) {
            step();
        }
    }

    /** The last step can still be read; the next one begins anew. */
    private void end(JobOutcome<TrainingResult> outcome) {
        playing.set(false);
        running = Optional.empty();
        line.set(outcome instanceof JobOutcome.Failed<TrainingResult>(String why, _) ? why
                : "The run has ended. The next step is the first of it again.");
    }

    /** Looks at another weight: its numbers of the last step are there at once, its history begins now. */
    void watch(Weight wanted) {
        if (!exists(wanted) || weight.get().filter(wanted::equals).isPresent()) {
            return;
        }
        weight.set(Optional.of(wanted));
        history.clear();
        reading.set(run.flatMap(each -> each.watch(wanted)));
        reading.get().ifPresent(history::add);
    }

    /** Its first number. */
    void watch(Parameter parameter) {
        watch(new Weight(parameter.name(), 0));
    }

    /** So many numbers further on in the same parameter, no farther than its ends. */
    void go(int by) {
        weight.get().ifPresent(now -> parameter().ifPresent(of ->
                watch(new Weight(of.name(), Math.clamp((long) now.index() + by, 0, of.size() - 1)))));
    }

    /** What was typed; refused where it is no index. */
    boolean enter(String typed) {
        try {
            Weight wanted = new Weight(parameter().map(Parameter::name).orElse(""), Integer.parseInt(typed.strip()));
            boolean there = exists(wanted);
            watch(wanted);
            return there;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    Optional<Parameter> parameter() {
        return weight.get().flatMap(now -> parameters.get().stream().filter(each -> each.name().equals(now.parameter())).findFirst());
    }

    /** Such as "linear1.weight[12, 345]": its place along each dimension. */
    String name() {
        return weight.get().flatMap(now -> parameter().map(of -> of.name() + place(of.shape(), now.index()))).orElse("");
    }

    private static String place(Shape shape, int index) {
        StringBuilder text = new StringBuilder();
        int rest = index;
        for (int i = shape.rank() - 1; i >= 0; i--) {
            text.insert(0, (i == 0 ? "" : ", ") + rest % shape.at(i));
            rest /= shape.at(i);
        }
        return "[" + text + "]";
    }

    Optional<UpdateRule> rule() {
        return reading.get().map(UpdateRule::of);
    }

    /** Whether the rule's own arithmetic led to the engine's new weight; why there is no rule where there is none. */
    String verdict() {
        if (reading.get().isEmpty()) {
            return "";
        }
        Reading now = reading.get().get();
        UpdateRule rule = UpdateRule.of(now);
        if (rule.computed().isEmpty()) {
            return rule.note();
        }
        float computed = rule.computed().get();
        if (computed == now.after()) {
            return "✓ Computed again from these lines: %s, the engine's number to the last bit.".formatted(computed);
        }
        return "%s Computed again from these lines: %s; the engine has %s.".formatted(
                rule.agrees(now) ? "✓ To float rounding the same." : "✗ Not the same.", computed, now.after());
    }

    WeightPicture picture() {
        return history.picture();
    }
}
