package tadpole.app.pane.gradients.softmax;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.shell.Desk;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.inspect.SoftmaxPlan;

/** Reads and writes softmax files beside the JavaFX thread, and says how it went. */
final class SoftmaxFiles {

    private final Desk desk;
    private final Executor background;

    SoftmaxFiles(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
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
