package tadpole.app.experiment;

import tadpole.engine.file.FileException;
import tadpole.engine.file.TrainedFeaturesFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.samples.SampleData;

/** The feature network that ships with Tadpole: a classifier of CIFAR-10 that Tadpole trained, layers relu1_1 to relu4_2. */
public final class BundledFeatures {

    public static final String NAME = "Bundled network";

    /** Called as its experiment. */
    static final String FILE = "studio-features.safetensors";

    private BundledFeatures() {}

    /** Reads and folds it; not on the JavaFX thread. */
    public static FeatureNetwork open() {
        try {
            return TrainedFeaturesFile.read(SampleData.weights().resolve(FILE), NAME);
        } catch (FileException broken) {
            throw new IllegalStateException("The bundled feature network cannot be read: " + broken.getMessage(), broken);
        }
    }
}
