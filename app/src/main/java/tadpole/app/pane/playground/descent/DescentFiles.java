package tadpole.app.pane.playground.descent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.WalkFile;
import tadpole.engine.surface.WalkPlan;

/** Reads and writes walks beside the JavaFX thread, and says how it went. */
final class DescentFiles {

    private final DescentModel model;
    private final Desk desk;
    private final Executor background;
    private final Examples examples;

    DescentFiles(DescentModel model, Desk desk, Executor background, Examples examples) {
        this.model = model;
        this.desk = desk;
        this.background = background;
        this.examples = examples;
    }

    /** @param use gets the walks that come with Tadpole, on the JavaFX thread */
    void look(Consumer<List<Example>> use) {
        background.execute(() -> {
            try {
                List<Example> found = examples.all(FileHead.Kind.WALK, Optional.empty());
                desk.jobs().ui().execute(() -> use.accept(found));
            } catch (IOException unlisted) {
                desk.jobs().ui().execute(() -> desk.messages().failed(unlisted.getMessage()));
            }
        });
    }

    /** Whether it is a walk; a file that cannot be read is none. */
    static boolean isWalk(Path file) {
        try {
            return file.toString().endsWith(".json") && FileHead.read(file).kind() == FileHead.Kind.WALK;
        } catch (FileException unread) {
            return false;
        }
    }

    void open(Path file) {
        background.execute(() -> {
            try {
                WalkPlan plan = WalkFile.read(file);
                desk.jobs().ui().execute(() -> {
                    model.show(plan);
                    desk.messages().done("Opened %s.".formatted(file.getFileName()));
                });
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }

    void save(Path file) {
        WalkPlan plan = model.plan();
        background.execute(() -> {
            try {
                WalkFile.write(file, plan);
                desk.jobs().ui().execute(() -> desk.messages().done("Saved %s.".formatted(file.getFileName())));
            } catch (FileException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
