package tadpole.engine.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder. */
final class FolderEntries {

    private FolderEntries() {}

    /** All entries, sorted by name, since file systems give them in any order. */
    static List<Path> of(Path folder) throws DatasetException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException fault) {
            throw FileFault.of(folder, fault);
        } catch (UncheckedIOException fault) {
            throw FileFault.of(folder, fault.getCause());
        }
    }

    /** The same, with nothing in a folder that cannot be read: opening it will say why. */
    static List<Path> orNone(Path folder) {
        try {
            return of(folder);
        } catch (DatasetException toldWhenOpened) {
            return List.of();
        }
    }
}
