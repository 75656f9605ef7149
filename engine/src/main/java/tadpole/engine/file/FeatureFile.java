package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tadpole.engine.picture.feature.FeatureNetwork;

/**
 * Feature networks out of weights that others trained: VGG-16 and VGG-19 of any width and as deep as there are weights, and SqueezeNet 1.1, from
 * PyTorch (.pth, .pt), Keras (.h5) and safetensors; and out of weights of an experiment that was trained here. What a file says is checked; nothing in it is run.
 */
public final class FeatureFile {

    private static final int HEAD = 64;

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
        try (TensorSource source = open(path)) {
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

    private static TensorSource open(Path path) throws FileException {
        if (Files.isDirectory(path)) {
            throw new FileException("%s is a folder, not a file of weights.".formatted(path));
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FileException("%s is no file that can be read from its start to its end, so it holds no weights.".formatted(path));
        }
        try {
            byte[] head = head(path);
            if (head.length == 0) {
                throw new FileException("%s is empty. Copy or download the file again.".formatted(FileHead.fileName(path)));
            }
            if (TorchArchive.isOne(head)) {
                return TorchArchive.open(path);
            }
            if (TorchLegacy.isOne(head)) {
                return TorchLegacy.open(path);
            }
            if (KerasFile.isOne(head)) {
                return KerasFile.open(path);
            }
            if (head.length > 8 && head[8] == '{') {
                return SafetensorsReader.open(path);
            }
            throw new FileException("%s is no file of weights: it is neither PyTorch's (.pth, .pt) nor Keras' (.h5) nor safetensors.".formatted(FileHead.fileName(path)));
        } catch (NoSuchFileException missing) {
            throw new FileException("There is no file %s.".formatted(path), missing);
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(path, Causes.inWords(broken)), broken);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }
}
