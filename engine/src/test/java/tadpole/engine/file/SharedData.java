package tadpole.engine.file;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files that are no part of the project, in the folder that the environment variable TADPOLE_SHARED names. */
final class SharedData {

    private SharedData() {}

    /** Skips the test, saying so, where the file is not there. */
    static Path file(String name) {
        String folder = System.getenv().getOrDefault("TADPOLE_SHARED", "");
        Path file = Path.of(folder, name);
        Assumptions.assumeTrue(!folder.isEmpty() && Files.exists(file), "Needs " + name + " in the folder that TADPOLE_SHARED names.");
        return file;
    }
}
