package tadpole.app.pane.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.file.WeightsImport;
import tadpole.engine.file.WeightsMatch;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.GivenStart;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Requirements;

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

    /** @param use gets the start of a run, on the JavaFX thread; what of the file fits is said */
    void openWeights(Path file, Experiment experiment, Dataset dataset, Consumer<Moment> use) {
        work(() -> {
            try {
                WeightsMatch match = WeightsImport.read(file, Requirements.of(experiment, dataset));
                Moment start = GivenStart.of(experiment, dataset, desk.device(), match.tensors());
                desk.jobs().ui().execute(() -> use.accept(start));
                return match.sentence();
            } catch (SettingException misfit) {
                throw new IOException(misfit.getMessage(), misfit);
            } catch (OutOfMemoryError full) {
                throw new IOException("There is not enough memory for %s. Close other work first.".formatted(file.getFileName()), full);
            }
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
