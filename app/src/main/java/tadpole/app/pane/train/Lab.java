package tadpole.app.pane.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import tadpole.app.job.Background;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.TrainingEvent;

/** What all rooms of the pane share: the runs of the session, and the moment of a run that they look at. On the JavaFX thread. */
public final class Lab {

    /** How a branch that takes a change back says so. */
    public static final String WITHOUT = "without ";
    private static final String NO_CHANGE = "Nothing is set otherwise, so a branch would repeat the run. Change a setting first, then Branch.";

    private final TrainPaneModel model;
    private final Desk desk;
    private final Executor background;
    private final Shelf shelf;
    private final Looks looks;
    private final Sights sights;
    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalLong> at = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();

    /** @param copies where networks are copied, one after another */
    Lab(TrainPaneModel model, Desk desk, Executor background, Executor copies) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        this.shelf = model.shelf();
        this.looks = new Looks(shelf.runs());
        this.sights = new Sights(shelf, desk, copies, System::nanoTime);
        shelf.lookProperty().subscribe(look -> {
            run.set(look.map(Shelf.Look::run));
            at.set(look.map(Shelf.Look::at).orElse(OptionalLong.empty()));
            back.set(at.get().isPresent());
        });
        model.draft().fitProperty().subscribe(_ -> offer());
        sights.sightProperty().subscribe(model::see);
    }

    private void offer() {
        sights.offer(model.coming());
    }

    public Desk desk() {
        return desk;
    }

    /** For what is too short for a job and too long for the JavaFX thread; one after another. */
    public Executor background() {
        return background;
    }

    /** The same for what takes longer, such as all test images: a thread of its own, so that nothing else waits behind it. */
    public Executor beside(String name) {
        return new Background("train-" + name);
    }

    /** The experiment being set up; a room writes into it by {@link ExperimentForm#show}. */
    public ExperimentForm form() {
        return model.form();
    }

    public TrainPaneModel model() {
        return model;
    }

    /** The runs that are kept, oldest first; taking one out of the list deletes it. */
    public ObservableList<Run> runs() {
        return shelf.runs();
    }

    /** How each run looks on charts. */
    public Looks looks() {
        return looks;
    }

    /** Told of every run with news: more steps, another state. */
    public void onNews(Consumer<Run> listener) {
        shelf.onNews(listener);
    }

    /** The run that is looked at; empty before the first and after a reset. */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /**
     * What is looked at, with a network of its own; renewed while the run goes on, as long as somebody looks. Before the first run it is
     * the network being set up, at its start; empty where that does not fit the data.
     */
    public ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
        return sights.sightProperty();
    }

    /** Whether one looks at a recorded moment, not at where the run stands. */
    public ReadOnlyBooleanProperty backProperty() {
        return back.getReadOnlyProperty();
    }

    /** The recorded step that one looks at; empty for where the run stands. */
    public OptionalLong at() {
        return at.get();
    }

    public ReadOnlyObjectProperty<OptionalLong> atProperty() {
        return at.getReadOnlyProperty();
    }

    /** Somebody needs the sight while this holds: its stage is in front. */
    public void watch(ObservableBooleanValue looks) {
        sights.watch(looks);
    }

    /** Goes back to a recorded step of a run, or to the last one before it. */
    public void lookAt(Run of, long step) {
        shelf.lookAt(of, OptionalLong.of(step));
    }

    /** To where that run stands. */
    public void lookAt(Run of) {
        shelf.lookAt(of, OptionalLong.empty());
    }

    /** Back to where the run stands, and on with it. */
    public void lookAtNow() {
        shelf.run().ifPresent(this::lookAt);
    }

    /** Goes on training from the moment looked at; the run itself where it stands there, else a branch of it. */
    public void goOn() {
        look().ifPresent(look -> {
            Run of = look.run();
            if (look.at().isPresent() && look.at().getAsLong() < of.standsAt()) {
                with(of, look.at(), from -> branch(of, from, from.experiment(), ""));
                return;
            }
            lookAt(of);
            switch (of.state()) {
                case PAUSED -> of.resume();
                case ENDED, FAILED -> with(of, OptionalLong.empty(), from -> goFurther(of, from));
                case READY, RUNNING -> { }
            }
        });
    }

    private void goFurther(Run of, Moment from) {
        if (from.step() != of.standsAt() || of.state().isGoingOn()) {
            return;
        }
        int wanted = Math.max(form().experiment().training().epochs(), of.current().training().epochs());
        if (from.epoch() >= wanted) {
            desk.messages().failed("The run has made its %d epochs. Set more epochs, then go on.".formatted(from.epoch()));
            return;
        }
        model.goOn(of, from);
    }

    /** A run of its own from the moment looked at, with another experiment. @param change what is different, in few words: "rate 0.03" */
    public void branch(Experiment changed, String change) {
        look().ifPresent(look -> with(look.run(), look.at(), from -> branch(look.run(), from, changed, change)));
    }

    /** The same with what the drawer says otherwise than the run did then; where that is nothing, it says so. */
    public void branch() {
        look().ifPresent(look -> {
            Experiment wanted = form().experiment();
            with(look.run(), look.at(), from -> {
                String change = Differences.text(from.experiment(), wanted);
                if (change.isEmpty() && wanted.start().equals(from.experiment().start())) {
                    desk.messages().done(NO_CHANGE);
                    return;
                }
                branch(look.run(), from, wanted, change);
            });
        });
    }

    /** A branch from before the last change by hand, without it. */
    public void undoChange() {
        look().map(Shelf.Look::run).ifPresent(of -> lastChange().ifPresent(change -> with(of, OptionalLong.of(change.step()), from ->
                branch(of, from, from.experiment(), WITHOUT + Differences.text(from.experiment(), of.current())))));
    }

    /** The last change by hand of the run looked at, while it ran. */
    Optional<TrainingEvent.Changed> lastChange() {
        return look().map(each -> each.run().book().changes()).filter(all -> !all.isEmpty()).map(List::getLast);
    }

    private Optional<Shelf.Look> look() {
        return shelf.lookProperty().get();
    }

    /** Reads a recorded moment beside the JavaFX thread, or takes where the run stands. */
    private void with(Run of, OptionalLong step, Consumer<Moment> then) {
        background.execute(() -> {
            try {
                Optional<Moment> moment = step.isPresent() ? of.past().at(step.getAsLong()) : of.past().last();
                moment.ifPresent(from -> desk.jobs().ui().execute(() -> then.accept(from)));
            } catch (IOException lost) {
                desk.jobs().ui().execute(() -> desk.messages().failed(lost.getMessage()));
            }
        });
    }

    private void branch(Run of, Moment from, Experiment changed, String change) {
        Run parent = of.owner(from.step());
        double epoch = parent.trail().at(from.step()).map(Trail.Point::epoch).orElse(0.0);
        Origin origin = new Origin(parent, from.step(), epoch, change);
        String name = "%s, from %s%s".formatted(parent.nameProperty().get(), Numbers.count(from.step()), change.isEmpty() ? "" : ": " + change);
        Shelf.Order order = new Shelf.Order(changed, parent.dataset(), name, Optional.of(new Shelf.Leaving(Optional.of(origin), from)));
        background.execute(() -> {
            Fit fit = Fit.of(changed, Optional.of(parent.dataset()));
            desk.jobs().ui().execute(() -> {
                if (fit.fits()) {
                    model.begin(order, false);
                } else {
                    desk.messages().failed(fit.problem());
                }
            });
        });
    }

    /** Whether what is set up could be started beside what runs. */
    BooleanBinding startableBeside() {
        return model.stoppable().and(model.startable()).and(Bindings.createBooleanBinding(model.draft()::canStart, model.draft().fitProperty()));
    }

    /** Starts what is set up beside what runs. */
    void startBeside() {
        Experiment experiment = form().experiment();
        long same = runs().stream().filter(each -> each.start().name().equals(experiment.name())).count();
        start(experiment, "%s, run %d".formatted(experiment.name(), same + 1));
    }

    /** A run of its own from the start, beside those that are there. @param name such as "seed 2" */
    public void start(Experiment experiment, String name) {
        model.draft().dataset().ifPresent(dataset -> model.begin(new Shelf.Order(experiment, dataset, name, Optional.empty()), false));
    }
}
