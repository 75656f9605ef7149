package tadpole.app.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.Digits;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.schedule.Course;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.schedule.Schedule;
import tadpole.engine.schedule.ScheduleMaker;
import tadpole.engine.training.TrainingEvent;

/**
 * The picked schedule as a curve that one can take hold of. It writes the settings of the schedule and the optimizer's
 * rate, and draws what the schedule itself then says.
 */
public final class ScheduleEditorModel {

    /** The preset of settings that are none. */
    public static final String OWN = "Own";

    static final String HINT = "Drag the rings, or move them with the arrow keys.";

    private static final double ROUNDING = 1e-9;
    private static final double KEY_FACTOR = Math.pow(10, 0.05);
    private static final double KEY_MOMENTUM = 0.01;

    private final RecipePickerModel<ScheduleMaker> schedule;
    private final RecipePickerModel<OptimizerMaker> optimizer;
    private final ObservableValue<RunLength> length;
    private final ScheduleUndo undo;
    private Optional<SchedulePoint> run = Optional.empty();
    private Spec followed;
    private final ReadOnlyObjectWrapper<Optional<ScheduleCurve>> curve = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Grip.Handle>> handles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<SchedulePoint>> live = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper preset = new ReadOnlyStringWrapper(OWN);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper readout = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Long>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty large = new SimpleBooleanProperty();
    private Optional<Schedule> made = Optional.empty();
    private String wanted = "";

    public ScheduleEditorModel(
            RecipePickerModel<ScheduleMaker> schedule, RecipePickerModel<OptimizerMaker> optimizer, ObservableValue<RunLength> length) {
        this.schedule = schedule;
        this.optimizer = optimizer;
        this.length = length;
        this.undo = new ScheduleUndo(schedule, optimizer);
        this.followed = schedule.spec();
        schedule.specProperty().subscribe(_ -> update());
        optimizer.specProperty().subscribe(_ -> update());
        length.subscribe(_ -> update());
        hovered.subscribe(_ -> tell());
        live.subscribe(_ -> tell());
    }

    /** Empty where the settings do not go together. */
    public ReadOnlyObjectProperty<Optional<ScheduleCurve>> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** What one can take hold of. */
    public ReadOnlyObjectProperty<List<Grip.Handle>> handlesProperty() {
        return handles.getReadOnlyProperty();
    }

    public RunLength length() {
        return length.getValue();
    }

    /** Why there is no curve, in one sentence; empty where there is one. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Published choices for the picked schedule; empty where there are none. */
    public List<Preset> presets() {
        return schedule.recipe() == OneCycle.RECIPE ? OneCycle.PRESETS : List.of();
    }

    /** The label of the preset that the settings are, or {@link #OWN}. */
    public ReadOnlyStringProperty presetProperty() {
        return preset.getReadOnlyProperty();
    }

    /** Told when another schedule is picked. */
    public ObservableValue<?> pickedProperty() {
        return schedule.recipeProperty();
    }

    public String scheduleLabel() {
        return schedule.recipe().label();
    }

    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Whether the curve is shown on the stage as well. */
    public BooleanProperty largeProperty() {
        return large;
    }

    public void enlargeOrNot() {
        large.set(!large.get());
    }

    /** The step that one points at. */
    public ObjectProperty<Optional<Long>> hoveredProperty() {
        return hovered;
    }

    /** Where the run stands, with the rate and the momentum of its last step; empty before the first. */
    public ReadOnlyObjectProperty<Optional<SchedulePoint>> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** The step that one points at in words, else the last step of the run; where there is neither, what one can do. */
    public ReadOnlyStringProperty readoutProperty() {
        return readout.getReadOnlyProperty();
    }

    /** Whether a grip is being dragged: the axes stand still so long. */
    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoable() {
        return undo.possibleProperty();
    }

    public void usePreset(Preset chosen) {
        wanted = chosen.label();
        undo.around(() -> schedule.form().show(chosen.of(schedule.recipe()).settings()));
        update();
    }

    /** Whether the schedule moves anything: a constant one needs no picture. */
    boolean moves() {
        return !schedule.recipe().equals(Constant.RECIPE);
    }

    /** A drag begins. */
    public void grab() {
        undo.begin();
        held.set(true);
    }

    /** The held grip goes to this rate or momentum. */
    public void drag(Grip grip, double value) {
        settings().set(grip, value);
    }

    /** The held peak goes to this step. */
    public void dragTo(long step) {
        settings().place(Math.clamp(step, 0, length().steps() - 1));
    }

    /** The drag ends. */
    public void release() {
        held.set(false);
        undo.end();
    }

    /** The drag never was. */
    public void cancel() {
        held.set(false);
        undo.cancel();
    }

    /** What a press of an arrow key does: up is more, right is later. */
    public void nudge(Grip grip, int right, int up) {
        handles.get().stream().filter(each -> each.grip() == grip).findFirst().ifPresent(handle -> undo.around(() -> {
            if (up != 0) {
                double value = grip.isMomentum() ? handle.value() + up * KEY_MOMENTUM : handle.value() * Math.pow(KEY_FACTOR, up);
                settings().set(grip, value);
            }
            if (right != 0 && handle.sideways()) {
                dragTo(handle.step() + right * settings().smallMove());
            }
        }));
    }

    /** Takes back the last drag, key or preset, unless something else was changed since. */
    public void undo() {
        undo.undo();
    }

    /**
     * Where a run is; nothing before its first step.
     *
     * @param of the schedule that it started with
     */
    public void follow(Spec of, Optional<TrainingEvent.Stepped> last) {
        followed = of;
        run = last.map(step -> new SchedulePoint(step.step() - 1, step.rate(), step.momentum()));
        live.set(run.filter(this::isOnTheCurve));
    }

    /** No run is followed any more. */
    public void forget() {
        run = Optional.empty();
        live.set(run);
    }

    /** Whether the curve is that of the run; not where schedule, rate or length were changed since. */
    private boolean isOnTheCurve(SchedulePoint point) {
        return schedule.spec().equals(followed) && point.step() < length().steps() && made.isPresent()
                && Math.abs(ScheduleCurve.at(made.get(), first(), point.step()).rate() - point.rate()) <= ROUNDING * point.rate();
    }

    private ScheduleSettings settings() {
        return new ScheduleSettings(schedule.form(), optimizer.form().field("rate"), length());
    }

    private Course first() {
        return new Course(
                optimizer.spec().settings().decimal("rate"),
                optimizer.recipe().maker().make(optimizer.spec().settings()).momentum(),
                0, length().steps(), length().stepsAnEpoch());
    }

    private void update() {
        FormModel form = schedule.form();
        try {
            Schedule now = schedule.recipe().maker().make(form.settings());
            ScheduleCurve drawn = ScheduleCurve.of(now, first());
            made = Optional.of(now);
            curve.set(Optional.of(drawn));
            handles.set(settings().handles(drawn));
            problem.set("");
        } catch (SettingException refused) {
            made = Optional.empty();
            curve.set(Optional.empty());
            handles.set(List.of());
            problem.set(refused.getMessage());
        }
        preset.set(named());
        live.set(run.filter(this::isOnTheCurve));
        tell();
    }

    /** Two presets may be the same settings: the one that was picked, else the first. */
    private String named() {
        List<String> same = presets().stream()
                .filter(each -> each.of(schedule.recipe()).settings().equals(schedule.form().settings()))
                .map(Preset::label).toList();
        return same.contains(wanted) ? wanted : same.isEmpty() ? OWN : same.getFirst();
    }

    private void tell() {
        Optional<SchedulePoint> pointed = hovered.get().filter(step -> step < length().steps()).flatMap(step -> made.map(now -> ScheduleCurve.at(now, first(), step)));
        readout.set(pointed.or(live::get).map(this::words).orElse(made.isPresent() ? HINT : ""));
    }

    private String words(SchedulePoint point) {
        String step = String.format(Locale.ROOT, "%,d", point.step() + 1).replace(',', '\u00A0');
        String words = "epoch %s · step %s · rate %s".formatted(
                String.format(Locale.ROOT, "%.2f", (double) point.step() / length().stepsAnEpoch()), step, Digits.shortest(point.rate()));
        return point.momentum().isPresent() ? words + " · momentum " + Digits.shortest(point.momentum().getAsDouble()) : words;
    }
}
