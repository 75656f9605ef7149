package tadpole.engine.file;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The weights of a Keras model in HDF5: every data set of floats, by its path in the file. */
final class KerasFile implements TensorSource {

    private static final byte[] MARK = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int DEEPEST = 8;
    private static final int MOST_SETS = 10_000;
    /** Of what one byte of a compressed set can become: deflate's best is 1032. */
    private static final long MOST_EXPANSION = 1032;

    /** Kept, so that it keeps its level: the library tells every file it opens. */
    private static final Logger LIBRARY = Logger.getLogger("io.jhdf");

    private final Path path;
    private final HdfFile file;
    private final long length;
    private final Map<String, Dataset> sets = new LinkedHashMap<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private KerasFile(Path path, HdfFile file, long length) {
        this.path = path;
        this.file = file;
        this.length = length;
    }

    static boolean isOne(byte[] head) {
        return head.length >= MARK.length && Arrays.equals(head, 0, MARK.length, MARK, 0, MARK.length);
    }

    static KerasFile open(Path path) throws FileException, IOException {
        LIBRARY.setLevel(Level.OFF);
        long length = Files.size(path);
        KerasFile opened = null;
        try {
            opened = new KerasFile(path, new HdfFile(path), length);
            opened.find(opened.file, 0);
            return opened;
        } catch (RuntimeException | StackOverflowError | NoClassDefFoundError | OutOfMemoryError broken) {
            FileException failure = failure(path, broken);
            if (opened != null) {
                opened.close();
            }
            throw failure;
        } catch (FileException refused) {
            opened.close();
            throw refused;
        }
    }

    private void find(Group group, int level) throws FileException {
        for (Node child : group) {
            if (child.isLink()) {
                continue;
            }
            if (child instanceof Group inner && level < DEEPEST) {
                find(inner, level + 1);
            } else if (child instanceof Dataset set && isTensor(set)) {
                shapes.put(set.getPath(), shape(set));
                sets.put(set.getPath(), set);
                if (sets.size() > MOST_SETS) {
                    throw new FileException("%s has more than %d data sets.".formatted(FileHead.fileName(path), MOST_SETS));
                }
            }
        }
    }

    private static boolean isTensor(Dataset set) {
        return (set.getJavaType() == float.class || set.getJavaType() == double.class) && set.getDimensions().length > 0 && set.getSize() > 0;
    }

    private Shape shape(Dataset set) throws FileException {
        if (set.getSizeInBytes() < 0 || set.getSizeInBytes() / MOST_EXPANSION > length || set.getSize() > Integer.MAX_VALUE) {
            throw new FileException("%s: \"%s\" claims more numbers than the file can hold. Copy or download the file again."
                    .formatted(FileHead.fileName(path), TorchPickle.printable(set.getPath())));
        }
        return Shape.of(set.getDimensions());
    }

    @Override
    public Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    @Override
    public Tensor read(String name) throws FileException {
        try {
            Tensor read = Tensor.zeros(shapes.get(name));
            switch (sets.get(name).getDataFlat()) {
                case float[] floats -> System.arraycopy(floats, 0, read.data(), 0, read.size());
                case double[] doubles -> {
                    for (int i = 0; i < read.size(); i++) {
                        read.data()[i] = (float) doubles[i];
                    }
                }
                default -> throw new FileException("%s: \"%s\" holds no floats.".formatted(FileHead.fileName(path), name));
            }
            return read;
        } catch (RuntimeException | StackOverflowError | NoClassDefFoundError | OutOfMemoryError broken) {
            throw failure(path, broken);
        }
    }

    private static FileException failure(Path path, Throwable broken) {
        String file = FileHead.fileName(path);
        if (broken instanceof NoClassDefFoundError) {
            return new FileException("%s is compressed with LZF or LZ4, which is not read. Save it again with Keras, which does not compress.".formatted(file), broken);
        }
        return new FileException("%s is no whole HDF5 file. Copy or download the file again.".formatted(file), broken);
    }

    @Override
    public void close() {
        file.close();
    }
}
