package tadpole.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tadpole.samples.digits.Digits;
import tadpole.samples.drawing.Deck;
import tadpole.samples.drawing.Dice;
import tadpole.samples.file.Idx;
import tadpole.samples.file.Tar;
import tadpole.samples.pond.Pond;

/**
 * The files of both bundled data sets.
 *
 * <p>Each picture has dice of its own, seeded by its place in its set, so that pictures can be drawn in any order and at
 * the same time.
 */
final class SampleFiles {

    static final List<SampleFile> ALL = List.of(
            new SampleFile("tadpole-digits/train-images-idx3-ubyte.gz", () -> digitImages(Part.DIGITS_TRAIN)),
            new SampleFile("tadpole-digits/train-labels-idx1-ubyte.gz", () -> Idx.labels(Part.DIGITS_TRAIN.labels())),
            new SampleFile("tadpole-digits/t10k-images-idx3-ubyte.gz", () -> digitImages(Part.DIGITS_TEST)),
            new SampleFile("tadpole-digits/t10k-labels-idx1-ubyte.gz", () -> Idx.labels(Part.DIGITS_TEST.labels())),
            new SampleFile("tadpole-pond/tadpole-pond.tar.gz", SampleFiles::pond));

    private static final int POND_BATCHES = 5;

    private SampleFiles() {
    }

    /** A part of a set: its size and its own range of seeds. */
    private enum Part {
        DIGITS_TRAIN(10_000, 0x7AD_0000_0000L), DIGITS_TEST(2_000, 0x7AD_1000_0000L),
        POND_TRAIN(5_000, 0x7AD_2000_0000L), POND_TEST(1_000, 0x7AD_3000_0000L);

        private final int count;
        private final long seed;

        Part(int count, long seed) {
            this.count = count;
            this.seed = seed;
        }

        byte[] labels() {
            return Deck.labels(count, new Dice(seed - 1));
        }

        Dice dice(int index) {
            return new Dice(seed + index);
        }
    }

    private static byte[] digitImages(Part part) {
        byte[] labels = part.labels();
        return Idx.images(IntStream.range(0, labels.length).parallel()
                .mapToObj(i -> Digits.draw(labels[i], part.dice(i))).toList(), Digits.SIDE);
    }

    /** CIFAR-10's binary version: five batches to train on, one to test on, and the names of the classes. */
    private static byte[] pond() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String folder = "cifar-10-batches-bin/";
        files.put(folder + "batches.meta.txt", (String.join("\n", Pond.CLASSES) + "\n").getBytes(StandardCharsets.US_ASCII));
        int size = Part.POND_TRAIN.count / POND_BATCHES;
        for (int batch = 0; batch < POND_BATCHES; batch++) {
            files.put(folder + "data_batch_" + (batch + 1) + ".bin", batch(Part.POND_TRAIN, batch * size, size));
        }
        files.put(folder + "test_batch.bin", batch(Part.POND_TEST, 0, Part.POND_TEST.count));
        return Tar.pack(files);
    }

    private static byte[] batch(Part part, int from, int count) {
        byte[] labels = part.labels();
        List<byte[]> pictures = IntStream.range(from, from + count).parallel()
                .mapToObj(i -> Pond.paint(labels[i], part.dice(i))).toList();
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            batch.write(labels[from + i]);
            batch.writeBytes(pictures.get(i));
        }
        return batch.toByteArray();
    }
}
