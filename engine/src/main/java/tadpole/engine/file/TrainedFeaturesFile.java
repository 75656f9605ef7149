package tadpole.engine.file;

import java.nio.file.Path;
import java.util.List;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.TrainedFeatures;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;

/** A feature network out of the weights of a classifier of color images that was trained here: batch normalization folded, head left away. */
public final class TrainedFeaturesFile {

    private static final Shape SAMPLE = Shape.of(3, 32, 32);

    private TrainedFeaturesFile() {}

    /**
     * @param path a weights file as {@link WeightsFile} writes it; its experiment says how the images were prepared
     * @param name of the network, as the window says it
     * @throws FileException in one sentence where it is damaged, or a network of another kind
     */
    public static FeatureNetwork read(Path path, String name) throws FileException {
        WeightsFile file = WeightsFile.read(path);
        try {
            FeatureNetwork features = TrainedFeatures.of(name, file.network(SAMPLE), input(file.experiment().data().prepare()));
            for (Parameter parameter : features.network().parameters()) {
                if (!parameter.value().isFinite()) {
                    throw new FileException("%s: %s holds a number that is not finite. Train it anew.".formatted(path.getFileName(), parameter.name()));
                }
            }
            return features;
        } catch (SettingException | IllegalArgumentException other) {
            throw new FileException("%s: %s".formatted(path.getFileName(), other.getMessage()), other);
        }
    }

    /** Pixels divided by 255, then normalized by means and deviations of three channels. */
    private static Convolution input(List<Spec> prepare) {
        double[] mean = {0, 0, 0};
        double[] deviation = {1, 1, 1};
        double by = 1;
        for (Spec step : prepare) {
            Settings settings = step.settings();
            switch (step.type()) {
                case "divide" -> by *= settings.decimal("by");
                case "normalize" -> {
                    double[] means = settings.decimals("mean");
                    double[] deviations = settings.decimals("deviation");
                    for (int channel = 0; channel < 3; channel++) {
                        mean[channel] = means[means.length == 1 ? 0 : channel];
                        deviation[channel] = deviations[deviations.length == 1 ? 0 : channel];
                    }
                }
                default -> throw new IllegalArgumentException(
                        "its images were prepared by \"%s\", but a feature network takes pixels divided and normalized only.".formatted(step.type()));
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            mean[channel] *= by / 255;
            deviation[channel] *= by / 255;
        }
        return VggWeights.standardized(mean, deviation);
    }
}
