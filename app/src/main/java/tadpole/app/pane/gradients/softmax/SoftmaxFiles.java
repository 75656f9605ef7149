package tadpole.app.pane.gradients.softmax;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.inspect.SoftmaxPlan;

/** Reads and writes softmax files beside the JavaFX thread, and says how it went. */
final class SoftmaxFiles {

    private final Desk desk;
    private final FileWork work;
    private final Examples examples;

    SoftmaxFiles(Desk desk, Executor background, Examples examples) {
        this.desk = desk;
        this.work = new FileWork(desk, background);
        this.examples = examples;
    }

    /** @param use gets the softmax files that come with Tadpole, on the JavaFX thread */
    void look(Consumer<List<Example>> use) {
        Optional<Dataset> open = desk.workspace().datasetProperty().get();
        work.run(() -> {
            List<Example> found = examples.all(FileHead.Kind.SOFTMAX, open);
            desk.jobs().ui().execute(() -> use.accept(found));
            return "";
        });
    }

    /** @param use gets it on the JavaFX thread; not told where the file cannot be used */
    void open(Path file, Consumer<SoftmaxPlan> use) {
        work.open(file, SoftmaxFile::read, use);
    }

    void save(Path file, SoftmaxPlan plan) {
        work.save(file, to -> SoftmaxFile.write(to, plan));
    }
}
