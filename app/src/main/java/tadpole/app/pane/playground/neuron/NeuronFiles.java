package tadpole.app.pane.playground.neuron;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import tadpole.app.shell.Desk;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.NeuronFile;
import tadpole.engine.inspect.NeuronPlan;

/** Reads and writes neurons beside the JavaFX thread, and says how it went. */
final class NeuronFiles {

    private final NeuronModel model;
    private final Desk desk;
    private final Executor background;

    NeuronFiles(NeuronModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.background = background;
    }

    /** A file that cannot be read is none. */
    static boolean isNeuron(Path file) {
        try {
            return file.toString().endsWith(".json") && FileHead.read(file).kind() == FileHead.Kind.NEURON;
        } catch (FileException unread) {
            return false;
        }
    }

    void open(Path file) {
        background.execute(() -> {
            try {
                NeuronPlan plan = NeuronFile.read(file);
                desk.jobs().ui().execute(() -> {
                    model.open(plan);
                    desk.messages().done("Opened %s.".formatted(file.getFileName()));
                });
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    void save(Path file) {
        NeuronPlan plan = model.plan();
        background.execute(() -> {
            try {
                NeuronFile.write(file, plan);
                desk.jobs().ui().execute(() -> desk.messages().done("Saved %s.".formatted(file.getFileName())));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    void open(Window owner) {
        Optional.ofNullable(chooser("Open a neuron").showOpenDialog(owner)).map(File::toPath).ifPresent(this::open);
    }

    void save(Window owner) {
        FileChooser chooser = chooser("Save the neuron");
        chooser.setInitialFileName(model.plan().name() + ".json");
        Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath).ifPresent(this::save);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().setAll(new ExtensionFilter("Neurons", "*.json"));
        return chooser;
    }
}
