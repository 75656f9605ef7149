package tadpole.app.pane.playground.descent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.WalkFile;
import tadpole.engine.surface.WalkPlan;

/** Reads and writes walks beside the JavaFX thread, and says how it went. */
final class DescentFiles {

    private final DescentModel model;
    private final Desk desk;
    private final FileWork work;
    private final Examples examples;

    DescentFiles(DescentModel model, Desk desk, Executor background, Examples examples) {
        this.model = model;
        this.desk = desk;
        this.work = new FileWork(desk, background);
        this.examples = examples;
    }

    /** @param use gets the walks that come with Tadpole, on the JavaFX thread */
    void look(Consumer<List<Example>> use) {
        work.run(() -> {
            List<Example> found = examples.all(FileHead.Kind.WALK, Optional.empty());
            desk.jobs().ui().execute(() -> use.accept(found));
            return "";
        });
    }

    void open(Path file) {
        work.open(file, WalkFile::read, model::show);
    }

    void save(Path file) {
        WalkPlan plan = model.plan();
        work.save(file, to -> WalkFile.write(to, plan));
    }
}
