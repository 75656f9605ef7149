package tadpole.app.shell;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingResult;

/** What the panes share: they never see each other. */
public final class Workspace {

    /**
     * One picked sample of the open data set.
     *
     * @param test whether it is of the test part
     */
    public record Pick(Dataset dataset, boolean test, int index) {}

    /** A pick that was sent to a pane, by its id, to be worked on there. */
    public record Sent(String pane, Pick pick) {}

    private final ObjectProperty<Optional<Dataset>> dataset = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Pick>> pick = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Sent>> sent = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Experiment>> experiment = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<TrainingResult>> trained = new SimpleObjectProperty<>(Optional.empty());

    public ObjectProperty<Optional<Dataset>> datasetProperty() {
        return dataset;
    }

    public ObjectProperty<Optional<Pick>> pickProperty() {
        return pick;
    }

    /** The last pick that was sent. */
    public ObjectProperty<Optional<Sent>> sentProperty() {
        return sent;
    }

    public ObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment;
    }

    public ObjectProperty<Optional<TrainingResult>> trainedProperty() {
        return trained;
    }
}
