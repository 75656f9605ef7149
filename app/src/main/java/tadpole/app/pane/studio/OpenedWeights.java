package tadpole.app.pane.studio;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SafeFile;

/**
 * Which files of weights were opened before, the last first: one path a line in the user's settings. Nothing of it is worth stopping for.
 *
 * @param file need not exist
 */
public record OpenedWeights(Path file) {

    private static final System.Logger LOG = System.getLogger(OpenedWeights.class.getName());
    private static final int MOST = 8;

    /** Those that are still there. */
    public List<Path> read() {
        List<Path> found = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank() && found.size() < MOST && Files.isRegularFile(Path.of(line))) {
                        found.add(Path.of(line));
                    }
                }
            } catch (IOException | InvalidPathException broken) {
                LOG.log(Level.WARNING, "{0} is ignored: {1}", file, broken.getMessage());
            }
        }
        return found;
    }

    public void add(Path opened) {
        List<Path> all = read();
        all.remove(opened);
        all.addFirst(opened);
        String text = String.join("\n", all.stream().limit(MOST).map(Path::toString).toList()) + "\n";
        try {
            Files.createDirectories(file.getParent());
            SafeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | FileException failed) {
            LOG.log(Level.WARNING, "{0} could not be written: {1}", file, failed.getMessage());
        }
    }
}
