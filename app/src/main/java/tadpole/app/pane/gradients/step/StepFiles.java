package tadpole.app.pane.gradients.step;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import tadpole.app.shell.Desk;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.training.Experiment;

/** Opens the experiment whose step is shown from a file, and saves it, beside the JavaFX thread. */
final class StepFiles {

    private final StepModel model;
    private final Desk desk;
    private final Executor background;
    private final Supplier<Window> owner;

    StepFiles(StepModel model, Desk desk, Executor background, Supplier<Window> owner) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        this.owner = owner;
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Experiments", "*.json"));
        return chooser;
    }

    void open() {
        Optional.ofNullable(chooser("Open an experiment").showOpenDialog(owner.get())).map(File::toPath).ifPresent(this::open);
    }

    void save() {
        FileChooser chooser = chooser("Save the experiment");
        chooser.setInitialFileName("step.json");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(this::save);
    }

    void open(Path file) {
        background.execute(() -> {
            try {
                Experiment experiment = ExperimentFile.read(file);
                desk.jobs().ui().execute(() -> {
                    model.subject().use(experiment);
                    desk.messages().done("Opened %s.".formatted(file.getFileName()));
                });
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    void save(Path file) {
        model.tracedProperty().get().ifPresent(now -> background.execute(() -> {
            try {
                ExperimentFile.write(file, now.studied().experiment());
                desk.jobs().ui().execute(() -> desk.messages().done("Saved %s.".formatted(file.getFileName())));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        }));
    }
}
