package tadpole.app.pane.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Small data sets in files, made for tests. */
final class TinySets {

    static final int FROG = 6;

    private TinySets() {}

    /** CIFAR-10 batches: two of each ten training images are frogs, at 1, 6, 11 ...; every fifth test image is one. */
    static Path pond(Path home, int train, int test) throws IOException {
        Path folder = Files.createDirectories(home.resolve("tiny-pond"));
        Files.write(folder.resolve("data_batch_1.bin"), records(train, 1));
        Files.write(folder.resolve("test_batch.bin"), records(test, 2));
        return folder;
    }

    /** IDX files of 1×28×28 whose first bytes are 0, 1, 2 ...; image i shows digit i modulo 10. */
    static Path digits(Path home, int train) throws IOException {
        Path folder = Files.createDirectories(home.resolve("tiny-digits"));
        Files.write(folder.resolve("train-images-idx3-ubyte"), images(train));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(train));
        return folder;
    }

    /** A file that is none: a PNG's first bytes. */
    static Path picture(Path home) throws IOException {
        return Files.write(home.resolve("frog.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    }

    private static byte[] records(int count, int seed) {
        Random random = new Random(seed);
        ByteBuffer bytes = ByteBuffer.allocate(count * 3073);
        byte[] pixels = new byte[3072];
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 5 == 1 ? FROG : i % 5));
            random.nextBytes(pixels);
            bytes.put(pixels);
        }
        return bytes.array();
    }

    private static byte[] images(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * 784).putInt(0x803).putInt(count).putInt(28).putInt(28);
        for (int i = 0; i < count * 784; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    private static byte[] labels(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % 10));
        }
        return bytes.array();
    }
}
