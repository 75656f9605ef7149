package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.chart.Digits;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.CheckEvent;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.GradientCheck;
import tadpole.engine.inspect.Mistake;
import tadpole.engine.inspect.MistakePlan;
import tadpole.engine.inspect.Place;
import tadpole.engine.inspect.Planted;
import tadpole.engine.inspect.Verdict;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** What the check shows and does: every analytic gradient of the subject beside its numeric one, and the search for a planted mistake. */
final class CheckModel {

    /** Of more parameters some are drawn by lot, unless one asks for all. */
    static final int MANY = 100_000;
    private static final long SOME = 200;

    private final Desk desk;
    private final Subject subject;
    private final CheckForm form;
    private final Executor background;
    private final Watched<CheckEvent, CheckResult> run;
    private final CheckSoFar soFar = new CheckSoFar();
    private final Hunt hunt = new Hunt();
    private final Readings readings;
    private final Planting planting;
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<CheckResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outlook> outlook = new ReadOnlyObjectWrapper<>(Outlook.NONE);
    private final ObjectProperty<OptionalInt> layer = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<Cells.Number>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding checkable;
    private final BooleanBinding stoppable;
    private Optional<Studied> shown = Optional.empty();
    private Settings checkedWith;

    /** @param background for what is too short for a job and too long for the JavaFX thread */
    CheckModel(Desk desk, Subject subject, Executor background) {
        this.desk = desk;
        this.subject = subject;
        this.background = background;
        this.form = new CheckForm(subject);
        this.run = new Watched<>(desk.jobs());
        this.readings = new Readings(desk, background, this::tellNews);
        this.planting = new Planting(desk, background, this::later, this::search);
        this.checkedWith = form.check().settings();
        this.checkable = Bindings.createBooleanBinding(() -> state().isGoingOn() || obstacle().isEmpty(), run.stateProperty(),
                subject.studiedProperty(), form.check().refusalsProperty(), form.subject().fields().refusalsProperty());
        this.stoppable = Bindings.createBooleanBinding(() -> state().isGoingOn() || readings.goingProperty().get(), run.stateProperty(), readings.goingProperty());
        subject.studiedProperty().subscribe(this::show);
        hunt.stateProperty().map(Hunt.State::planted).addListener((_, _, planted) -> shown.ifPresent(of -> look(of, planted)));
        form.check().settingsProperty().subscribe(_ -> tellNews());
    }

    CheckForm form() {
        return form;
    }

    Subject subject() {
        return subject;
    }

    Hunt hunt() {
        return hunt;
    }

    Readings readings() {
        return readings;
    }

    CheckSoFar soFar() {
        return soFar;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return run.stateProperty();
    }

    WorkState state() {
        return run.state();
    }

    /** Another number whenever there is something new to draw. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** What came of it, or what stands in the way, in one line; empty while there is nothing to say. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Of the check that ended last; empty once something else is looked at. */
    ReadOnlyObjectProperty<Optional<CheckResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outlook> outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    /** Whose parameters are shown; empty for all. */
    ObjectProperty<OptionalInt> layerProperty() {
        return layer;
    }

    ReadOnlyObjectProperty<Optional<Cells.Number>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    BooleanBinding checkable() {
        return checkable;
    }

    BooleanBinding stoppable() {
        return stoppable;
    }

    Optional<Studied> studied() {
        return shown;
    }

    /** As they were when the check began; while nothing is checked, as they are. */
    Settings settings() {
        return state() == WorkState.READY ? form.check().settings() : checkedWith;
    }

    /** Whether what is shown was checked with other settings than are chosen now. */
    boolean isStale() {
        return state() != WorkState.READY && !checkedWith.equals(asked());
    }

    /** The cells of the layer that is shown. */
    Optional<Cells> cells() {
        return shown.map(now -> Cells.of(soFar, now.network(), layer.get(), settings()));
    }

    /** Checks; pauses what runs; goes on with what is paused. */
    void checkOrPause() {
        switch (state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case READY, ENDED, FAILED -> check();
        }
    }

    void stop() {
        run.stop();
        readings.stop();
    }

    void pick(Optional<Cells.Number> number) {
        picked.set(number);
    }

    /** Sees to it that the numbers of one layer are shown, or those of all again. */
    void toggleLayer(int which) {
        layer.set(layer.get().equals(OptionalInt.of(which)) ? OptionalInt.empty() : OptionalInt.of(which));
        tellNews();
    }

    void showAllLayers() {
        layer.set(OptionalInt.empty());
        tellNews();
    }

    /** Plants a mistake and checks with it. @param type empty to draw one by lot */
    void findTheBug(String type) {
        shown.ifPresent(now -> planting.plant(now, type));
    }

    /** Checks with a planted mistake. */
    private void search(Planted planted) {
        run.drop();
        readings.clear();
        hunt.take(planted);
        layer.set(OptionalInt.empty());
        picked.set(Optional.empty());
        check();
    }

    /** What a file says of it. */
    CheckPlan plan(Studied studied) {
        Optional<MistakePlan> mistake = hunt.planted().map(each -> new MistakePlan(each.mistake().text().type(), each.place().key()));
        return new CheckPlan(studied.experiment().name(), studied.experiment().about(), studied.experiment(), studied.samples(), form.check().settings(), mistake);
    }

    /** Shows what a file says; a mistake in it is searched once the network is there. */
    void take(CheckPlan plan) {
        planting.remember(plan);
        form.show(plan);
    }

    /** The mistakes that can be planted here; empty until that is known. */
    List<Mistake> mistakes() {
        return planting.mistakes();
    }

    void guess(Place place) {
        hunt.guess(place, evidence());
    }

    void guess(Mistake mistake) {
        hunt.guess(mistake, evidence());
    }

    void giveUp() {
        hunt.show(evidence());
    }

    /** Takes the mistake out and checks the right gradients again. */
    void endHunt() {
        if (hunt.planted().isPresent()) {
            hunt.end();
            shown.ifPresent(this::lay);
        }
    }

    /** The number that shows the mistake; empty while nothing is checked. */
    String evidence() {
        return readings.verdict().map(Verdict::because).orElse("");
    }

    void sendToTrain() {
        subject.sendToTrain();
    }

    /** What is checked; empty where something is missing. */
    Optional<CheckSubject> toCheck() {
        return shown.flatMap(now -> Planting.toCheck(now, line::set));
    }

    private String obstacle() {
        return !subject.lackProperty().get().isEmpty() ? subject.lackProperty().get()
                : subject.studiedProperty().get().isEmpty() ? "The network is being built." : form.check().refusal().or(form.subject().fields()::refusal).orElse("");
    }

    /** A mistake is planted into the twins, which compute in double. */
    private Settings asked() {
        return hunt.planted().isPresent() ? form.with("precision", "double") : form.check().settings();
    }

    private void check() {
        Optional<CheckSubject> checked = obstacle().isEmpty() ? toCheck() : Optional.empty();
        if (checked.isEmpty()) {
            return;
        }
        readings.stop();
        result.set(Optional.empty());
        Settings with = asked();
        Optional<Planted> planted = hunt.planted();
        CheckSubject what = checked.get();
        try {
            // Refused here and not on the job's thread.
            new GradientCheck(what, with, planted, desk.device(), _ -> {});
        } catch (SettingException misfit) {
            line.set(misfit.getMessage());
            return;
        }
        checkedWith = with;
        line.set("");
        run.start(false, listener -> job(what, with, planted, listener), new Hearing(what));
        tellNews();
    }

    private GradientCheck job(CheckSubject what, Settings with, Optional<Planted> planted, Consumer<CheckEvent> listener) {
        try {
            return new GradientCheck(what, with, planted, desk.device(), listener);
        } catch (SettingException impossible) {
            throw new IllegalStateException("It was made a moment ago.", impossible);
        }
    }

    private final class Hearing implements Watched.Listener<CheckEvent, CheckResult> {

        private final CheckSubject what;

        Hearing(CheckSubject what) {
            this.what = what;
        }

        @Override
        public void hear(List<CheckEvent> events) {
            soFar.hear(events);
            tellNews();
        }

        @Override
        public void ended(CheckResult now) {
            soFar.show(now.loss(), now.tensors(), now.analyticSeconds(), now.numericSeconds());
            result.set(Optional.of(now));
            line.set(CheckWords.summary(now, hunt.planted().isPresent()));
            readings.read(what, now, hunt.planted());
            tellNews();
        }

        @Override
        public void failed(String why) {
            line.set(why);
            tellNews();
        }
    }

    /** Something else is looked at: what was found is of no use any more. */
    private void show(Optional<Studied> now) {
        run.drop();
        readings.clear();
        hunt.end();
        shown = now;
        outlook.set(Outlook.NONE);
        now.ifPresentOrElse(this::lay, soFar::clear);
        now.ifPresent(each -> look(each, Optional.empty()));
        planting.show(now);
        tellNews();
    }

    /** What the network says as it is checked: a planted mistake may give it another start. */
    private void look(Studied of, Optional<Planted> planted) {
        background.execute(() -> {
            Outlook said = Outlook.of(of, planted);
            later(of, () -> {
                if (hunt.planted().equals(planted)) {
                    outlook.set(said);
                }
            });
        });
    }

    /** Unless something else is looked at by then. */
    private void later(Studied of, Runnable use) {
        desk.jobs().ui().execute(() -> {
            if (shown.filter(still -> still == of).isPresent()) {
                use.run();
                tellNews();
            }
        });
    }

    /** All cells, nothing checked. */
    private void lay(Studied studied) {
        run.drop();
        readings.clear();
        result.set(Optional.empty());
        picked.set(Optional.empty());
        layer.set(OptionalInt.empty());
        line.set("");
        Network network = studied.network();
        if (network.parameterCount() > MANY && form.check().settings().whole("most") == 0) {
            form.check().field("most").take(SOME);
            line.set("%s parameters: %d of each tensor are checked, drawn by lot. Parameters 0 checks all."
                    .formatted(Digits.count(network.parameterCount()), SOME));
        }
        soFar.lay(network);
        tellNews();
    }

    private void tellNews() {
        news.set(news.get() + 1);
    }
}
