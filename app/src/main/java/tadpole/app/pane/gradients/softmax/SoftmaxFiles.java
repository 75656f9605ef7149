package tadpole.app.pane.gradients.softmax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.inspect.SoftmaxPlan;

/** Reads and writes softmax files beside the JavaFX thread, and says how it went. */
final class SoftmaxFiles {

    private final Desk desk;
    private final Executor background;
    private final Examples examples;

    SoftmaxFiles(Desk desk, Executor background, Examples examples) {
        this.desk = desk;
        this.background = background;
        this.examples = examples;
    }

    /** @param use gets the softmax files that come with Tadpole, on the JavaFX thread */
    void look(Consumer<List<Example>> use) {
        Optional<Dataset> open = desk.workspace().datasetProperty().get();
        background.execute(() -> {
            try {
                List<Example> found = examples.all(FileHead.Kind.SOFTMAX, open);
                desk.jobs().ui().execute(() -> use.accept(found));
            } catch (IOException unlisted) {
                desk.jobs().ui().execute(() -> desk.messages().failed(unlisted.getMessage()));
            }
        });
    }

    /** @param use gets it on the JavaFX thread; not told where the file cannot be used */
    void open(Path file, Consumer<SoftmaxPlan> use) {
        work(() -> {
            SoftmaxPlan plan = SoftmaxFile.read(file);
            desk.jobs().ui().execute(() -> use.accept(plan));
            return "Opened %s.".formatted(file.getFileName());
        });
    }

    void save(Path file, SoftmaxPlan plan) {
        work(() -> {
            SoftmaxFile.write(file, plan);
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    private interface Work {
        String run() throws FileException;
    }

    private void work(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                desk.jobs().ui().execute(() -> desk.messages().done(done));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
