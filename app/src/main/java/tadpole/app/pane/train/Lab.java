package tadpole.app.pane.train;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.app.job.Background;
import tadpole.app.shell.Desk;
import tadpole.engine.training.Experiment;

/** What all rooms of the pane share: the runs of the session, and the moment of a run that they look at. On the JavaFX thread. */
public final class Lab {

    private final TrainPaneModel model;
    private final Desk desk;
    private final Background background;
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sight>> sight = new ReadOnlyObjectWrapper<>(Optional.empty());

    Lab(TrainPaneModel model, Desk desk, Background background) {
        this.model = model;
        this.desk = desk;
        this.background = background;
    }

    public Desk desk() {
        return desk;
    }

    /** For what is too short for a job and too long for the JavaFX thread; one after another. */
    public Executor background() {
        return background;
    }

    /** The experiment being set up; a room writes into it by {@link ExperimentForm#show}. */
    public ExperimentForm form() {
        return model.form();
    }

    public TrainPaneModel model() {
        return model;
    }

    /** The runs that are kept, oldest first. */
    public ObservableList<Run> runs() {
        return runs;
    }

    /** The run that is looked at; empty before the first and after a reset. */
    public ReadOnlyObjectProperty<Optional<Run>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** What is looked at, with a network of its own; renewed while the run goes on, as long as somebody looks. Empty before the first step. */
    public ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** Somebody needs the sight while this holds: its stage is in front. */
    public void watch(ObservableBooleanValue looks) {}

    /** Goes back to a recorded step of a run, or forward to another. */
    public void lookAt(Run of, long step) {}

    /** Back to where the run stands, and on with it. */
    public void lookAtNow() {}

    /** Goes on training from the moment looked at; the run itself where it stands there, else a branch of it. */
    public void goOn() {}

    /** A run of its own from the moment looked at, with another experiment. @param change what is different, in few words: "rate 0.03" */
    public void branch(Experiment changed, String change) {}

    /** A run of its own from the start, beside those that are there. @param name such as "seed 2" */
    public void start(Experiment experiment, String name) {}
}
