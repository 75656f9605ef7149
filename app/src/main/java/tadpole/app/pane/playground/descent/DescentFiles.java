package tadpole.app.pane.playground.descent;

import java.nio.file.Path;
import java.util.concurrent.Executor;
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

    DescentFiles(DescentModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.background = background;
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
