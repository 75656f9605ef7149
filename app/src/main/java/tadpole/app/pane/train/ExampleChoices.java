package tadpole.app.pane.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileHead;

/** The bundled experiments that the pane offers, and whether their data are there. */
public final class ExampleChoices {

    private final Desk desk;
    private final Examples examples;
    private final Executor background;
    private final ObservableList<Example> all = FXCollections.observableArrayList();
    // One for all: it listens weakly, so a fresh one would be collected together with whoever listens to it.
    private final ObservableList<Example> shown = FXCollections.unmodifiableObservableList(all);

    ExampleChoices(Desk desk, Examples examples, Executor background) {
        this.desk = desk;
        this.examples = examples;
        this.background = background;
        desk.workspace().datasetProperty().subscribe(_ -> look());
    }

    /** Lesson by lesson. */
    public ObservableList<Example> all() {
        return shown;
    }

    /** Looks anew, beside the JavaFX thread: data may have been put into their folder meanwhile. */
    void look() {
        Optional<Dataset> open = desk.workspace().datasetProperty().get();
        background.execute(() -> {
            try {
                List<Example> now = examples.all(FileHead.Kind.EXPERIMENT, open);
                desk.jobs().ui().execute(() -> take(now));
            } catch (IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed("The examples cannot be listed: %s.".formatted(fault.getMessage())));
            }
        });
    }

    private void take(List<Example> now) {
        if (!now.equals(all)) {
            all.setAll(now);
        }
    }
}
