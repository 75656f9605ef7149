package tadpole.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names of CIFAR-10's classes: one a line in batches.meta.txt, the ten known ones where it is missing. */
final class CifarClasses {

    static final String FILE = "batches.meta.txt";
    static final List<String> KNOWN =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    /** As many as a label's byte can tell apart. */
    private static final int MOST = 256;

    private static final int LONGEST_FILE = 1 << 16;

    private CifarClasses() {}

    static List<String> in(Path folder) throws DatasetException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return KNOWN;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, FILE);
        } catch (IOException fault) {
            throw FileFault.of(file, fault);
        }
    }

    /**
     * Reads the names.
     *
     * @param place how sentences call the file
     */
    static List<String> read(InputStream in, String place) throws IOException, DatasetException {
        byte[] text = in.readNBytes(LONGEST_FILE + 1);
        if (text.length > LONGEST_FILE) {
            throw refused(place, "is longer than %d bytes".formatted(LONGEST_FILE));
        }
        List<String> names = new String(text, StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw refused(place, "holds %d names".formatted(names.size()));
        }
        return names;
    }

    private static DatasetException refused(String place, String found) {
        return new DatasetException("%s: %s, but 1 to %d names of classes are accepted, one a line. Without the file, CIFAR-10's own names are taken."
                .formatted(place, found, MOST));
    }
}
