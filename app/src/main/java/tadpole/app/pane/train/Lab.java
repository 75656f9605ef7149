package tadpole.app.pane.train;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
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

/** What all rooms of the pane share: the runs of the session, and the moment of a run that they look at. On the JavaFX thread. */
public final class Lab {

    private final TrainPaneModel model;
    private final Desk desk;
    private final Executor background;
    private final Shelf shelf;
    private final Sights sights;
    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();

    /** @param copies where networks are copied, one after another */
    Lab(TrainPaneModel model, Desk desk, Executor background, Executor copies) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        this.shelf = model.shelf();
        this.sights = new Sights(shelf, desk, copies, System::nanoTime);
        shelf.lookProperty().subscribe(look -> {
            run.set(look.map(Shelf.Look::run));
            back.set(look.filter(each -> each.at().isPresent()).isPresent());
        });
        model.draft().fitProperty().subscribe(_ -> offer());
        model.form().experimentProperty().subscribe(_ -> offer());
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
        Optional<Shelf.Look> look = shelf.lookProperty().get();
        if (look.isEmpty()) {
            return;
        }
        Run of = look.get().run();
        if (look.get().at().isPresent() && look.get().at().getAsLong() < of.standsAt()) {
            branch(of.start(), "");
            return;
        }
        lookAt(of);
        if (of.state() == WorkState.PAUSED) {
            of.resume();
        }
    }

    /** A run of its own from the moment looked at, with another experiment. @param change what is different, in few words: "rate 0.03" */
    public void branch(Experiment changed, String change) {
        shelf.lookProperty().get().ifPresent(look -> {
            Run parent = look.run();
            moment(parent, look.at().orElse(parent.standsAt())).ifPresent(from -> {
                Origin origin = new Origin(parent, from.step(), change);
                String name = "%s, from %s%s".formatted(parent.nameProperty().get(), Numbers.count(from.step()), change.isEmpty() ? "" : ": " + change);
                model.begin(new Shelf.Order(changed, parent.dataset(), name, Optional.of(new Shelf.Leaving(origin, from))), false);
            });
        });
    }

    private Optional<Moment> moment(Run of, long step) {
        try {
            return of.past().at(step);
        } catch (IOException lost) {
            desk.messages().failed(lost.getMessage());
            return Optional.empty();
        }
    }

    /** A run of its own from the start, beside those that are there. @param name such as "seed 2" */
    public void start(Experiment experiment, String name) {
        model.draft().dataset().ifPresent(dataset -> model.begin(new Shelf.Order(experiment, dataset, name, Optional.empty()), false));
    }
}
