package tadpole.engine.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small files in the layouts of MNIST and CIFAR-10, made in memory: pixels random by a seed, labels counting through. */
final class DataFiles {

    static final int RECORD = 3073;

    private DataFiles() {}

    /** count images of height×width. */
    static byte[] idxImages(int count, int height, int width) {
        byte[] pixels = noise(count * height * width, count);
        return ByteBuffer.allocate(16 + pixels.length).putInt(0x803).putInt(count).putInt(height).putInt(width).put(pixels).array();
    }

    /** Labels 0, 1, ... 9, 0, ... */
    static byte[] idxLabels(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 10));
        }
        return bytes.array();
    }

    /** A whole set of 4×5 images, plain. */
    static Path mnist(Path folder, int train, int test) {
        write(folder.resolve("train-images-idx3-ubyte"), idxImages(train, 4, 5));
        write(folder.resolve("train-labels-idx1-ubyte"), idxLabels(train));
        write(folder.resolve("t10k-images-idx3-ubyte"), idxImages(test, 4, 5));
        write(folder.resolve("t10k-labels-idx1-ubyte"), idxLabels(test));
        return folder;
    }

    /** Records with labels first, first + 1, ... after 9 again 0; the first pixel of each is the seed, to know the batch by. */
    static byte[] cifar(int records, int first) {
        byte[] bytes = noise(records * RECORD, first);
        for (int i = 0; i < records; i++) {
            bytes[i * RECORD] = (byte) ((first + i) % 10);
            bytes[i * RECORD + 1] = (byte) first;
        }
        return bytes;
    }

    /** Two training batches, the test batch, names of the classes. */
    static Path cifarFolder(Path folder) {
        write(folder.resolve("data_batch_1.bin"), cifar(3, 1));
        write(folder.resolve("data_batch_2.bin"), cifar(2, 2));
        write(folder.resolve("test_batch.bin"), cifar(2, 7));
        return folder;
    }

    static byte[] gzip(byte[] content) {
        return gzip(content, Deflater.DEFAULT_COMPRESSION);
    }

    /** Gzip that compresses nothing, so that a byte more or less there is a byte more or less here. */
    static byte[] gzipStored(byte[] content) {
        return gzip(content, Deflater.NO_COMPRESSION);
    }

    private static byte[] gzip(byte[] content, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new LeveledGzip(bytes, level)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static final class LeveledGzip extends GZIPOutputStream {

        LeveledGzip(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }

    static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] first(byte[] bytes, int count) {
        return Arrays.copyOf(bytes, count);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first bytes of a real PNG file. */
    static byte[] png() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1};
    }

    static byte[] jpeg() {
        return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
    }

    /** Writes a file and the folders around it. */
    static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static byte[] noise(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
