package tadpole.samples;

import java.nio.file.Path;

/** Stand-in until the bundled data arrives. */
public final class SampleData {

    private SampleData() {}

    public static Path data() {
        return Path.of("samples", "data");
    }

    public static Path experiments() {
        return Path.of("samples", "experiments");
    }
}
