package tadpole.app.command;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** A folder mnist with the four files of MNIST, but small and easily learned: a bright row says the class. */
final class TinyData {

    private TinyData() {}

    static void write(Path folder, int train, int test) throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("mnist"));
        part(mnist, "train", train, 1);
        part(mnist, "t10k", test, 2);
    }

    private static void part(Path mnist, String name, int count, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        DataOutputStream imageHead = new DataOutputStream(images);
        imageHead.writeInt(0x803);
        imageHead.writeInt(count);
        imageHead.writeInt(28);
        imageHead.writeInt(28);
        DataOutputStream labelHead = new DataOutputStream(labels);
        labelHead.writeInt(0x801);
        labelHead.writeInt(count);
        for (int i = 0; i < count; i++) {
            int label = i % 10;
            labels.write(label);
            for (int pixel = 0; pixel < 784; pixel++) {
                images.write(random.nextInt(pixel / 28 == 2 * label ? 256 : 64));
            }
        }
        gzip(mnist.resolve(name + "-images-idx3-ubyte.gz"), images.toByteArray());
        gzip(mnist.resolve(name + "-labels-idx1-ubyte.gz"), labels.toByteArray());
    }

    private static void gzip(Path file, byte[] content) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }
}
