package tadpole.engine.file;

import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.picture.feature.FeatureNetwork;

/**
 * Feature networks out of weights that others trained: VGG-16 and VGG-19 of any width and as deep as there are weights, and SqueezeNet 1.1, from
 * PyTorch (.pth, .pt), Keras (.h5) and safetensors; and out of weights of an experiment that was trained here. What a file says is checked; nothing in it is run.
 */
public final class FeatureFile {

    private FeatureFile() {}

    /** @throws FileException in one sentence where it is no such file, or layers are missing, misshapen, or hold NaN or infinite numbers */
    public static FeatureNetwork read(Path path) throws FileException {
        Optional<FeatureForm> foreign = foreign(path);
        return foreign.isPresent() ? foreign.get().network() : TrainedFeaturesFile.read(path, nameWithoutEnding(path));
    }

    private static String nameWithoutEnding(Path path) {
        String file = FileHead.fileName(path);
        return file.substring(0, file.lastIndexOf('.') < 0 ? file.length() : file.lastIndexOf('.'));
    }

    /** What others trained; empty where the weights are of an experiment of Tadpole's own. */
    static Optional<FeatureForm> foreign(Path path) throws FileException {
        try (TensorSource source = TensorSources.open(path)) {
            Filters filters = new Filters(FileHead.fileName(path), source);
            if (source.metadata().containsKey(CompactFeatures.MARK)) {
                return Optional.of(CompactFeatures.read(filters));
            }
            if (source.metadata().containsKey("tadpole")) {
                return Optional.empty();
            }
            Optional<FeatureForm> found = SqueezeReader.find(filters);
            if (found.isEmpty()) {
                found = VggReader.find(filters);
            }
            if (found.isEmpty()) {
                throw unknown(path, source);
            }
            return found;
        }
    }

    private static FileException unknown(Path path, TensorSource source) {
        String first = source.shapes().keySet().stream().findFirst().map(name -> ", \"%s\" first".formatted(TorchPickle.printable(name))).orElse("");
        return new FileException("%s holds %d tensors%s, but none of the networks that are known: VGG-16 or VGG-19 (PyTorch's features.0.weight, Keras' block1_conv1), SqueezeNet 1.1 of Keras (fire2/squeeze1x1). Take one of those."
                .formatted(FileHead.fileName(path), source.shapes().size(), first));
    }
}
