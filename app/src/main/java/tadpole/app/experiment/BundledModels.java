package tadpole.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tadpole.engine.file.LanguageHead;
import tadpole.samples.SampleData;

/** The language models that ship with Tadpole, by names such as "tales-character"; their stages lie beside them and are not among these. */
public final class BundledModels {

    private static final String ENDING = ".safetensors";

    private BundledModels() {}

    /** In alphabetical order. Reads the files' heads; not on the JavaFX thread. */
    public static List<String> names() {
        try (Stream<Path> files = Files.list(SampleData.weights())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.contains(".epoch-") && LanguageHead.isOne(SampleData.weights().resolve(name)))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The bundled models cannot be listed.", broken);
        }
    }

    /** The file of that name; empty where there is none. */
    public static Optional<Path> file(String name) {
        return names().contains(name) ? Optional.of(SampleData.weights().resolve(name + ENDING)) : Optional.empty();
    }
}
