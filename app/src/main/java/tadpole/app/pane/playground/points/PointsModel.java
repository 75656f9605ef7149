package tadpole.app.pane.playground.points;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import tadpole.app.chart.LossTrace;
import tadpole.app.job.WorkState;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainingResult;

/** What is set up in the room, what it shows of it, and what one can do with it. */
final class PointsModel {

    private final Desk desk;
    private final Device device = Device.cpu(1);
    private final Lookout lookout;
    private final PlayForms forms;
    private final OwnPoints own;
    private final Undo undo = new Undo();
    private final PlayXRay xray = new PlayXRay(device);
    private final ReadOnlyObjectWrapper<PlayDraft> draft = new ReadOnlyObjectWrapper<>(PlayDraft.standard());
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look());
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final Pointing pointing = new Pointing();
    private final ObjectProperty<Tempo> tempo = new SimpleObjectProperty<>(Tempo.STEADY);
    private Inks inks;
    private PlayStart start = PlayStart.NONE;
    private Optional<Probe> probe = Optional.empty();
    private Optional<PlayRun> run = Optional.empty();
    private LossTrace trace = new LossTrace(2, "test");

    /** @param background where networks are looked at */
    PointsModel(Desk desk, Executor background, Inks inks) {
        this.desk = desk;
        this.inks = inks;
        this.lookout = new Lookout(background, desk.jobs().ui(), question(), this::show);
        this.forms = new PlayForms(draft.get(), this::changed);
        this.own = new OwnPoints(forms);
        pointing.hoveredProperty().addListener((_, _, _) -> lookout.ask(question()));
        pointing.pickedProperty().addListener((_, _, _) -> lookout.ask(question()));
        pointing.chosenProperty().addListener((_, _, _) -> undo.newGesture());
        tempo.addListener((_, _, now) -> run.ifPresent(each -> each.job().setTempo(now)));
        begin();
    }

    // ---- What is shown ----

    PlayForms forms() {
        return forms;
    }

    ReadOnlyObjectProperty<PlayDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    PlayDraft draft() {
        return draft.get();
    }

    /** Another one with every new picture; its columns are missing before the first. */
    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    Look look() {
        return look.get();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    WorkState state() {
        return state.get();
    }

    /** What was reached, or what went wrong and what to do; empty while there is nothing to say. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    Pointing pointing() {
        return pointing;
    }

    ObjectProperty<Tempo> tempoProperty() {
        return tempo;
    }

    LossTrace losses() {
        return trace;
    }

    Undo undo() {
        return undo;
    }

    Desk desk() {
        return desk;
    }

    OwnPoints own() {
        return own;
    }

    SpotWords words() {
        return new SpotWords(draft.get(), look.get());
    }

    PlayXRay xray() {
        return xray;
    }

    /** Stands still and traces a step from here, so that its numbers can be opened. @return whether they can */
    boolean trace() {
        if (probe.isEmpty()) {
            return false;
        }
        if (state.get() == WorkState.RUNNING) {
            run.orElseThrow().pause();
        }
        try {
            Columns columns = draft.get().columns();
            Snapshot at = run.isPresent() ? run.get().job().snapshot() : Snapshot.of(Setup.of(draft.get().experiment(), draft.get().dataset()).network());
            xray.trace(draft.get(), PlayXRay.with(at, columns, lookout.weights(columns.parameters())), pointing.pickedProperty().get());
            return true;
        } catch (SettingException misfit) {
            line.set(misfit.getMessage());
            return false;
        }
    }

    ObservableBooleanValue stoppable() {
        return Bindings.createBooleanBinding(() -> state.get().isGoingOn(), state);
    }

    void setInks(Inks now) {
        inks = now;
        lookout.ask(question());
    }

    private Look.Question question() {
        return new Look.Question(pointing.shown(), pointing.pickedProperty().get(), inks);
    }

    private Look show(Look now) {
        Look before = look.get();
        if (now.columns().equals(draft.get().columns()) && now.of() == probe.orElse(null)) {
            trace.add(now.step(), now.train().loss(), now.test().map(each -> each.loss()).orElse(Double.NaN));
        }
        look.set(now);
        return before;
    }

    // ---- What is set up ----

    private void changed(PlayDraft before, PlayDraft now) {
        undo.remember(new Undo.Draft(before, start));
        take(now);
    }

    private void take(PlayDraft now) {
        boolean live = run.isPresent() && state.get().isGoingOn() && draft.get().differsLiveOnly(now);
        draft.set(now);
        if (live) {
            run.get().follow(now.experiment());
            subtitle.set(now.words());
            return;
        }
        begin();
    }

    /** Puts the network at its very start. */
    private void begin() {
        end();
        PlayDraft now = draft.get();
        pointing.keep(now.columns());
        subtitle.set(now.words());
        trace = new LossTrace(now.classes(), "test");
        state.set(WorkState.READY);
        line.set("");
        try {
            Setup setup = Setup.of(now.experiment(), now.dataset());
            Probe fresh = new Probe(setup, now.columns(), now.reach(), device);
            probe = Optional.of(fresh);
            lookout.watch(fresh, setup.network().parameters());
            start = new PlayStart(lookout.weights(now.columns().parameters()), !now.experiment().start().isEmpty());
        } catch (SettingException misfit) {
            probe = Optional.empty();
            fail(misfit.getMessage());
        }
    }

    /** Opens an experiment; Ctrl+Z brings back what was there. */
    void open(PlayDraft opened) {
        undo.remember(new Undo.Draft(draft.get(), start));
        forms.show(opened);
        draft.set(opened);
        pointing.pickedProperty().set(Optional.empty());
        begin();
    }

    /** With the weights that it starts from. */
    Experiment experiment() {
        return start.byHand() ? draft.get().startingFrom(start.weights()) : draft.get().experiment();
    }

    /** Starting from the weights that are shown now. */
    Experiment experimentNow() {
        return draft.get().startingFrom(look.get().weights());
    }

    /** Hands what is set up over to the Train pane. */
    void sendToTrain() {
        desk.workspace().datasetProperty().set(Optional.of(draft.get().dataset()));
        desk.workspace().experimentProperty().set(Optional.of(experiment()));
        desk.navigator().open("train");
    }

    // ---- Running ----

    /** Starts, pauses what runs, or goes on with what is paused. */
    void startOrPause() {
        switch (state.get()) {
            case RUNNING -> run.orElseThrow().pause();
            case PAUSED -> {
                xray.forget();
                run.orElseThrow().resume();
            }
            case ENDED, FAILED -> {
                reset();
                launch(false);
            }
            case READY -> launch(false);
        }
    }

    /** One batch. */
    void step() {
        if (state.get() == WorkState.ENDED || state.get() == WorkState.FAILED) {
            reset();
        }
        if (state.get() == WorkState.READY) {
            launch(true);
        }
        xray.forget();
        run.ifPresent(PlayRun::step);
    }

    void stop() {
        run.ifPresent(PlayRun::stop);
    }

    /** The same start, bit for bit. */
    void reset() {
        undo.forgetRun();
        PlayStart kept = start;
        begin();
        restart(kept);
    }

    private void restart(PlayStart from) {
        if (probe.isPresent() && from.weights().length == start.weights().length) {
            start = from;
            lookout.change(now -> System.arraycopy(from.weights(), 0, now, 0, from.weights().length));
        }
    }

    private void launch(boolean paused) {
        if (probe.isEmpty()) {
            return;
        }
        desk.jobs().endWarmUp();
        Probe of = probe.get();
        try {
            PlayJob job = new PlayJob("Training " + draft.get().subject(), experiment(), draft.get().dataset(), desk.device(), tempo.get(),
                    (network, step, sure) -> lookout.offer(of, network, step, sure));
            PlayRun started = new PlayRun(job);
            run = Optional.of(started);
            line.set("");
            state.set(paused ? WorkState.PAUSED : WorkState.RUNNING);
            started.begin(desk.jobs(), paused, now -> {
                if (isOf(started)) {
                    state.set(now);
                }
            }, outcome -> {
                if (isOf(started)) {
                    ended(outcome);
                }
            });
        } catch (SettingException misfit) {
            fail(misfit.getMessage());
        }
    }

    private boolean isOf(PlayRun of) {
        return run.filter(each -> each == of).isPresent();
    }

    private void ended(JobOutcome<TrainingResult> outcome) {
        switch (outcome) {
            case JobOutcome.Finished<TrainingResult>(TrainingResult result) -> ended(result.ending());
            case JobOutcome.Stopped<TrainingResult> _ -> ended("Stopped.");
            case JobOutcome.Failed<TrainingResult>(String why, _) -> fail(why);
        }
    }

    private void ended(String why) {
        state.set(WorkState.ENDED);
        line.set(why + " R goes back to the same start.");
    }

    private void fail(String why) {
        state.set(WorkState.FAILED);
        line.set(why);
    }

    private void end() {
        xray.forget();
        Optional<PlayRun> old = run;
        run = Optional.empty();
        old.ifPresent(PlayRun::stop);
    }

    // ---- By hand ----

    double weight(Number number) {
        return look.get().weights()[draft.get().columns().place(number)];
    }

    /** Sets a weight or bias, now; while it runs from the next step on. */
    void set(Number number, double value) {
        if (probe.isEmpty() || !Float.isFinite((float) value)) {
            return;
        }
        boolean atStart = state.get() == WorkState.READY;
        float before = lookout.weights(start.weights().length)[draft.get().columns().place(number)];
        undo.remember(new Undo.Hand(number, before, atStart, start.byHand()));
        put(number, (float) value, atStart);
    }

    private void put(Number number, float value, boolean atStart) {
        Columns columns = draft.get().columns();
        if (atStart) {
            start = start.with(columns.place(number), value);
        } else {
            run.filter(PlayRun::isGoingOn).ifPresent(each -> each.job().trainer().changeWeight(columns.parameter(number), columns.index(number), value));
        }
        lookout.change(now -> now[columns.place(number)] = value);
    }

    /** Takes the last edit back. */
    void undoLast() {
        undo.take().ifPresent(past -> {
            switch (past) {
                case Undo.Draft(PlayDraft before, PlayStart weights) -> {
                    forms.show(before);
                    boolean live = run.isPresent() && state.get().isGoingOn() && draft.get().differsLiveOnly(before);
                    take(before);
                    if (!live) {
                        restart(weights);
                    }
                }
                case Undo.Hand(Number number, float before, boolean atStart, boolean byHand) -> {
                    if (atStart && state.get() != WorkState.READY) {
                        reset();
                    }
                    put(number, before, atStart);
                    start = atStart ? new PlayStart(start.weights(), byHand) : start;
                }
            }
        });
    }
}
