package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** NumPy's .npz, as {@code numpy.savez} and {@code savez_compressed} write it: a zip with a .npy for each tensor. */
final class NpzFile implements TensorSource {

    private static final String ENDING = ".npy";
    /** Deflate makes nothing smaller than that. */
    private static final long MOST_RATIO = 1040;

    private final String file;
    private final ZipFile zip;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private NpzFile(String file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** @param head the file's first bytes */
    static boolean isOne(Path path, byte[] head) throws IOException {
        if (!TorchArchive.isOne(head)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().endsWith(ENDING)) && zip.getEntry("data.pkl") == null;
        } catch (ZipException broken) {
            return FileHead.fileName(path).endsWith(".npz");
        }
    }

    static NpzFile open(Path path) throws FileException, IOException {
        String file = FileHead.fileName(path);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException broken) {
            throw new FileException("%s is no whole zip: %s. Copy or download the file again.".formatted(file, Causes.inWords(broken)), broken);
        }
        NpzFile opened = new NpzFile(file, zip);
        boolean read = false;
        try {
            opened.readHeads();
            read = true;
            return opened;
        } finally {
            if (!read) {
                zip.close();
            }
        }
    }

    private void readHeads() throws FileException, IOException {
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (name.endsWith(ENDING)) {
                if (entry.getSize() < 0 || entry.getSize() / MOST_RATIO > entry.getCompressedSize()) {
                    throw new FileException("%s: \"%s\" says that it has %d bytes, more than its %d in the zip can hold. Copy or download the file again."
                            .formatted(file, TorchPickle.printable(name), entry.getSize(), entry.getCompressedSize()));
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    shapes.put(name.substring(0, name.length() - ENDING.length()), NpyFile.head(what(name), in, entry.getSize()).shape());
                }
            }
        }
    }

    private String what(String entry) {
        return "%s, \"%s\"".formatted(file, TorchPickle.printable(entry));
    }

    @Override
    public Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    @Override
    public Tensor read(String name) throws FileException {
        ZipEntry entry = zip.getEntry(name + ENDING);
        try (InputStream in = zip.getInputStream(entry)) {
            return NpyFile.read(what(name + ENDING), in, entry.getSize());
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s. Copy or download the file again.".formatted(what(name + ENDING), Causes.inWords(broken)), broken);
        }
    }

    @Override
    public void close() throws FileException {
        try {
            zip.close();
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(file, Causes.inWords(broken)), broken);
        }
    }
}
