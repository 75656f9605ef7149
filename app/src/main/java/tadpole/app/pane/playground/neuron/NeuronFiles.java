package tadpole.app.pane.playground.neuron;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.NeuronFile;
import tadpole.engine.inspect.NeuronPlan;

/** Reads and writes neurons beside the JavaFX thread, and says how it went. */
final class NeuronFiles {

    private final NeuronModel model;
    private final FileWork work;

    NeuronFiles(NeuronModel model, Desk desk, Executor background) {
        this.model = model;
        this.work = new FileWork(desk, background);
    }

    void open(Path file) {
        work.open(file, NeuronFile::read, model::open);
    }

    void save(Path file) {
        NeuronPlan plan = model.plan();
        work.save(file, to -> NeuronFile.write(to, plan));
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
