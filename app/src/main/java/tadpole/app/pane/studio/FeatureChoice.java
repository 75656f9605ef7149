package tadpole.app.pane.studio;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.app.experiment.BundledFeatures;

/**
 * A feature network that one can take.
 *
 * @param file empty for the one that comes with Tadpole
 */
public record FeatureChoice(Optional<Path> file) {

    public static final FeatureChoice BUNDLED = new FeatureChoice(Optional.empty());

    public static FeatureChoice of(Path file) {
        return new FeatureChoice(Optional.of(file.toAbsolutePath().normalize()));
    }

    /** As the list says it. */
    public String label() {
        return file.map(path -> String.valueOf(path.getFileName())).orElse(BundledFeatures.NAME);
    }
}
