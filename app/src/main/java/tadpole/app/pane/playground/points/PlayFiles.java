package tadpole.app.pane.playground.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.shell.Desk;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/** Reads and writes the room's files beside the JavaFX thread, and says how it went. */
final class PlayFiles {

    private final Desk desk;
    private final Executor background;

    PlayFiles(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
    }

    /** @param use gets what the file sets up, on the JavaFX thread; not told where the room cannot use it */
    void open(Path file, Consumer<PlayDraft> use) {
        work(() -> {
            PlayDraft draft = PlayDraft.of(ExperimentFile.read(file));
            desk.jobs().ui().execute(() -> use.accept(draft));
            return "Opened %s. Ctrl+Z brings back what was there.".formatted(file.getFileName());
        });
    }

    void openTable(Path file, Consumer<List<OwnPoints.Point>> use) {
        work(() -> {
            List<OwnPoints.Point> points = PointsCsv.read(file);
            desk.jobs().ui().execute(() -> use.accept(points));
            return "Opened %d points of %s. Ctrl+Z brings back what was there.".formatted(points.size(), file.getFileName());
        });
    }

    void save(Path file, Experiment experiment) {
        work(() -> {
            ExperimentFile.write(file, experiment);
            return "Saved %s. In a terminal: tadpole run %s".formatted(file.getFileName(), file.getFileName());
        });
    }

    private interface Work {
        String run() throws FileException, IOException, SettingException;
    }

    private void work(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                desk.jobs().ui().execute(() -> desk.messages().done(done));
            } catch (FileException | IOException | SettingException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
