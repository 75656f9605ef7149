package tadpole.app.pane.train;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks where files are or shall go. */
final class ExperimentDialogs {

    private static final ExtensionFilter EXPERIMENTS = new ExtensionFilter("Experiments", "*.json");
    private static final ExtensionFilter WEIGHTS = new ExtensionFilter("Weights", "*.safetensors");

    private static final ExtensionFilter OPENED_WEIGHTS = new ExtensionFilter("Weights: safetensors, PyTorch, NumPy", "*.safetensors", "*.pt", "*.pth", "*.bin", "*.npz");

    private final TrainPaneModel model;
    private final Supplier<Window> owner;

    ExperimentDialogs(TrainPaneModel model, Supplier<Window> owner) {
        this.model = model;
        this.owner = owner;
    }

    void open() {
        given(chooser("Open an experiment", EXPERIMENTS, "").showOpenDialog(owner.get()), model::open);
    }

    void save() {
        given(chooser("Save the experiment", EXPERIMENTS, name() + ".json").showSaveDialog(owner.get()), model::save);
    }

    void saveWeights() {
        given(chooser("Save the weights", WEIGHTS, name() + ".safetensors").showSaveDialog(owner.get()), model::saveWeights);
    }

    void openWeights() {
        given(chooser("Open weights", OPENED_WEIGHTS, "").showOpenDialog(owner.get()), model::openWeights);
    }

    private String name() {
        return model.form().experiment().name();
    }

    private static FileChooser chooser(String title, ExtensionFilter filter, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(filter);
        chooser.setInitialFileName(name);
        return chooser;
    }

    /** A dialog that is closed without a choice gives no file. */
    private static void given(File file, Consumer<Path> use) {
        Optional.ofNullable(file).map(File::toPath).ifPresent(use);
    }
}
