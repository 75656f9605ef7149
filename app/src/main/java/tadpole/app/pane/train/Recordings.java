package tadpole.app.pane.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import tadpole.engine.recording.Recording;
import tadpole.engine.recording.Room;

/** Makes the recordings of runs, each with a folder of its own for what memory does not hold. */
final class Recordings {

    private final Executor beside;
    private final Optional<Path> folder;
    private int made;

    /**
     * @param beside where moments are packed and written
     * @param folder of all of them; empty for memory only
     */
    Recordings(Executor beside, Optional<Path> folder) {
        this.beside = beside;
        this.folder = folder;
    }

    Recording next() {
        made++;
        return new Recording(folder.map(all -> Room.spillingTo(all.resolve(mine() + made))).orElseGet(Room::inMemory), beside::execute);
    }

    private static String mine() {
        return ProcessHandle.current().pid() + "-";
    }

    /** Deletes what a program that broke down left behind. */
    void tidy() {
        folder.filter(Files::isDirectory).ifPresent(all -> beside.execute(() -> {
            try (Stream<Path> each = Files.list(all)) {
                each.filter(Recordings::isLeft).toList().forEach(Recordings::delete);
            } catch (IOException | UncheckedIOException unreadable) {
                // It is tried again with the next start.
            }
        }));
    }

    private static boolean isLeft(Path run) {
        String name = run.getFileName().toString();
        return name.matches("\\d{1,18}-\\d+") && ProcessHandle.of(Long.parseLong(name.substring(0, name.indexOf('-')))).isEmpty();
    }

    private static void delete(Path run) {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(run);
        } catch (IOException | UncheckedIOException inUse) {
            // It is tried again with the next start; the others go now.
        }
    }
}
