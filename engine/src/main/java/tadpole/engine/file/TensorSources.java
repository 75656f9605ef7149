package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens any file of named tensors, told apart by its first bytes. */
final class TensorSources {

    private static final int HEAD = 64;

    private TensorSources() {}

    static TensorSource open(Path path) throws FileException {
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
            if (NpzFile.isOne(path, head)) {
                return NpzFile.open(path);
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
            throw new FileException("%s is no file of weights: it is neither PyTorch's (.pth, .pt) nor Keras' (.h5) nor safetensors nor NumPy's (.npz).".formatted(FileHead.fileName(path)));
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
