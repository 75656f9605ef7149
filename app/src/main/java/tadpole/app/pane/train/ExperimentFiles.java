package tadpole.app.pane.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.shell.Desk;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.layer.Network;
import tadpole.engine.training.Experiment;

/** Reads and writes the pane's files beside the JavaFX thread, and says how it went. */
final class ExperimentFiles {

    private final Desk desk;
    private final Executor background;

    ExperimentFiles(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
    }

    /** @param use gets the experiment on the JavaFX thread; not told where the file cannot be used */
    void open(Path file, Consumer<Experiment> use) {
        work(() -> {
            Experiment experiment = ExperimentFile.read(file);
            desk.jobs().ui().execute(() -> use.accept(experiment));
            return "Opened %s. Ctrl+Z brings back what was set up before.".formatted(file.getFileName());
        });
    }

    void save(Path file, Experiment experiment) {
        work(() -> {
            ExperimentFile.write(file, experiment);
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    void saveWeights(Path file, Experiment experiment, Network network) {
        work(() -> {
            WeightsFile.write(file, experiment, network);
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    private interface Work {
        String run() throws FileException, IOException;
    }

    private void work(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                desk.jobs().ui().execute(() -> desk.messages().done(done));
            } catch (FileException | IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
