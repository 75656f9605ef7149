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
import tadpole.app.chart.Digits;
import tadpole.app.chart.LossTrace;
import tadpole.app.job.UiFeed;
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
    private final PlayForms forms;
    private final OwnPoints own;
    private final Undo undo = new Undo();
    private final PlayXRay xray = new PlayXRay(device);
    private final ReadOnlyObjectWrapper<PlayDraft> draft = new ReadOnlyObjectWrapper<>(PlayDraft.standard());
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final Pointing pointing = new Pointing();
    private final ObjectProperty<Tempo> tempo = new SimpleObjectProperty<>(Tempo.STEADY);
    private final Shown shown;
    private Optional<PlayRun> run = Optional.empty();

    /** @param background where networks are looked at */
    PointsModel(Desk desk, Executor background, Inks inks) {
        this.desk = desk;
        this.shown = new Shown(background, desk.jobs().ui(), device, pointing, inks);
        this.forms = new PlayForms(draft.get(), this::changed);
        this.own = new OwnPoints(forms);
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
        return shown.lookProperty();
    }

    Look look() {
        return shown.lookProperty().get();
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
        return shown.losses();
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
        return new SpotWords(draft.get(), look());
    }

    PlayXRay xray() {
        return xray;
    }

    /** Stands still and traces a step from here, so that its numbers can be opened. @return whether they can */
    boolean trace() {
        return trace(PlayXRay.Over.NEXT);
    }

    /** The same over other points than those of the next step. */
    boolean trace(PlayXRay.Over over) {
        if (!shown.isThere() || over == PlayXRay.Over.TEST && look().test().isEmpty()) {
            return false;
        }
        if (state.get() == WorkState.RUNNING) {
            run.orElseThrow().pause();
        }
        try {
            Columns columns = draft.get().columns();
            Snapshot at = run.isPresent() ? run.get().job().snapshot() : Snapshot.of(Setup.of(draft.get().experiment(), draft.get().dataset()).network());
            xray.trace(draft.get(), PlayXRay.with(at, columns, shown.weights()), over, pointing.pickedProperty().get());
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
        shown.setInks(now);
    }

    // ---- What is set up ----

    private void changed(PlayDraft before, PlayDraft now) {
        undo.remember(new Undo.Draft(before, shown.start()));
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
        beginAnew();
    }

    /** Says so where something had been learned. */
    private void beginAnew() {
        long learned = run.isPresent() ? look().step() : 0;
        begin();
        if (learned > 0 && state.get() == WorkState.READY) {
            line.set("The run was given up at step %s. Ctrl+Z brings back what was set up, not what it had learned.".formatted(Digits.count(learned)));
        }
    }

    /** Puts the network at its very start. */
    private void begin() {
        end();
        PlayDraft now = draft.get();
        pointing.keep(now.columns());
        subtitle.set(now.words());
        state.set(WorkState.READY);
        line.set("");
        try {
            shown.begin(now);
        } catch (SettingException misfit) {
            fail(misfit.getMessage());
        }
    }

    /** Opens an experiment; Ctrl+Z brings back what was there. */
    void open(PlayDraft opened) {
        undo.remember(new Undo.Draft(draft.get(), shown.start()));
        forms.show(opened);
        draft.set(opened);
        pointing.pickedProperty().set(Optional.empty());
        beginAnew();
    }

    /** With the weights that it starts from. */
    Experiment experiment() {
        return shown.start().byHand() ? draft.get().startingFrom(shown.start().weights()) : draft.get().experiment();
    }

    /** Starting from the weights that are shown now. */
    Experiment experimentNow() {
        return draft.get().startingFrom(look().weights());
    }

    /** Hands what is set up over to the Train pane. */
    void sendToTrain() {
        desk.sendToTrain(draft.get().dataset(), experiment());
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
        PlayStart kept = shown.start();
        begin();
        shown.restart(kept);
    }

    private void launch(boolean paused) {
        if (!shown.isThere()) {
            return;
        }
        desk.jobs().endWarmUp();
        try {
            PlayJob job = new PlayJob("Training " + draft.get().subject(), experiment(), draft.get().dataset(), desk.device(), tempo.get(),
                    shown.watcher());
            PlayRun started = new PlayRun(job);
            job.listen(new UiFeed<>(desk.jobs().frames(), judged -> {
                if (isOf(started)) {
                    judged.forEach(each -> shown.judged(each.step(), each.train(), each.test()));
                }
            }));
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
        return look().weights()[draft.get().columns().place(number)];
    }

    /** Sets a weight or bias, now; while it runs from the next step on. */
    void set(Number number, double value) {
        if (!shown.isThere() || !Float.isFinite((float) value)) {
            return;
        }
        boolean atStart = state.get() == WorkState.READY;
        float before = shown.weights()[draft.get().columns().place(number)];
        undo.remember(new Undo.Hand(number, before, atStart, shown.start().byHand()));
        put(number, (float) value, atStart);
    }

    private void put(Number number, float value, boolean atStart) {
        Columns columns = draft.get().columns();
        if (atStart) {
            shown.restart(shown.start().with(columns.place(number), value));
        } else {
            run.filter(PlayRun::isGoingOn).ifPresent(each -> each.job().trainer().changeWeight(columns.parameter(number), columns.index(number), value));
        }
        shown.put(columns.place(number), value);
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
                        shown.restart(weights);
                    }
                }
                case Undo.Hand(Number number, float before, boolean atStart, boolean byHand) -> {
                    if (atStart && state.get() != WorkState.READY) {
                        reset();
                    }
                    put(number, before, atStart);
                    if (atStart) {
                        shown.restart(new PlayStart(shown.start().weights(), byHand));
                    }
                }
            }
        });
    }
}
