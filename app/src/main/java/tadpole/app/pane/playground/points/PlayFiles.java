package tadpole.app.pane.playground.points;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.PointsCsv;
import tadpole.engine.training.Experiment;

/** Reads and writes the room's files beside the JavaFX thread, and says how it went. */
final class PlayFiles {

    private final Desk desk;
    private final FileWork work;

    PlayFiles(Desk desk, Executor background) {
        this.desk = desk;
        this.work = new FileWork(desk, background);
    }

    /**
     * Whether a file is for this room: an experiment on made points of the plane, or a table with classes. What cannot be read is taken
     * too, to be told what is wrong with it.
     */
    static boolean isOurs(Path file) {
        String name = file.toString();
        try {
            if (name.endsWith(".csv")) {
                return PointsCsv.read(file).make().type().equals(OwnPoints.TYPE);
            }
            return name.endsWith(".json") && isOurs(FileHead.read(file));
        } catch (FileException unread) {
            return true;
        }
    }

    private static boolean isOurs(FileHead head) {
        return head.kind() == FileHead.Kind.EXPERIMENT && head.make().filter(PlayDraft::isOfThePlane).isPresent();
    }

    /** @param use gets what the file sets up, on the JavaFX thread; not told where the room cannot use it */
    void open(Path file, Consumer<PlayDraft> use) {
        work.run(() -> {
            PlayDraft draft = PlayDraft.of(ExperimentFile.read(file));
            desk.jobs().ui().execute(() -> use.accept(draft));
            return "Opened %s. Ctrl+Z brings back what was there.".formatted(file.getFileName());
        });
    }

    void openTable(Path file, Consumer<List<OwnPoints.Point>> use) {
        work.run(() -> {
            PointsCsv.Table table = PointsCsv.read(file);
            if (!table.make().type().equals(OwnPoints.TYPE)) {
                throw new FileException("%s has rows of x and y; here rows of x1, x2 and class are needed. Open it in the room Regression."
                        .formatted(file.getFileName()));
            }
            if (table.classes().size() > PlayDraft.MOST_CLASSES) {
                throw new FileException("%s has %d classes; the Playground draws at most %d. Leave out the rows of some."
                        .formatted(file.getFileName(), table.classes().size(), PlayDraft.MOST_CLASSES));
            }
            List<OwnPoints.Point> points = OwnPoints.read(table.make().settings());
            desk.jobs().ui().execute(() -> use.accept(points));
            return "Opened %d points of %s: %s. Ctrl+Z brings back what was there.".formatted(points.size(), file.getFileName(), letters(table.classes()));
        });
    }

    private static String letters(List<String> classes) {
        return IntStream.range(0, classes.size()).mapToObj(i -> "%s is %s".formatted(ClassMark.letter(i), classes.get(i))).collect(Collectors.joining(", "));
    }

    void save(Path file, Experiment experiment) {
        work.run(() -> {
            ExperimentFile.write(file, experiment);
            return "Saved %s. In a terminal: tadpole run %s".formatted(file.getFileName(), file.getFileName());
        });
    }
}
