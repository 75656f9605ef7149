package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.dataset.DataFiles.cifar;
import static tadpole.engine.dataset.DataFiles.cifarFolder;
import static tadpole.engine.dataset.DataFiles.gzip;
import static tadpole.engine.dataset.DataFiles.idxImages;
import static tadpole.engine.dataset.DataFiles.idxLabels;
import static tadpole.engine.dataset.DataFiles.tar;
import static tadpole.engine.dataset.DataFiles.text;
import static tadpole.engine.dataset.DataFiles.write;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.job.JobControl;

/** Whatever is done to a file, it is read or refused with a sentence; nothing else comes out. */
class DamagedFilesTest {

    private static final int TIMES = 200;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void plainImages() {
        write(folder.resolve("train-labels-idx1-ubyte"), idxLabels(12));

        damage(folder.resolve("train-images-idx3-ubyte"), idxImages(12, 4, 5));
    }

    @Test
    void packedImages() {
        write(folder.resolve("train-labels-idx1-ubyte"), idxLabels(12));

        damage(folder.resolve("train-images-idx3-ubyte.gz"), gzip(idxImages(12, 4, 5)));
    }

    @Test
    void labels() {
        write(folder.resolve("train-images-idx3-ubyte"), idxImages(12, 4, 5));

        damage(folder.resolve("train-labels-idx1-ubyte"), idxLabels(12));
    }

    @Test
    void batches() {
        cifarFolder(folder);

        damage(folder.resolve("data_batch_2.bin"), cifar(2, 2));
    }

    @Test
    void namesOfClasses() {
        cifarFolder(folder);

        damage(folder.resolve("batches.meta.txt"), text("airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n"));
    }

    @Test
    void archives() {
        damage(folder.resolve("cifar-10-binary.tar"), archive());
    }

    @Test
    void packedArchives() {
        damage(folder.resolve("cifar-10-binary.tar.gz"), gzip(archive()));
    }

    private static byte[] archive() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("cifar-10-batches-bin/batches.meta.txt", text("airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n"));
        files.put("cifar-10-batches-bin/data_batch_1.bin", cifar(1, 1));
        files.put("cifar-10-batches-bin/test_batch.bin", cifar(1, 7));
        return tar(files);
    }

    private void damage(Path file, byte[] sound) {
        int refused = 0;
        for (int i = 0; i < TIMES; i++) {
            write(file, damaged(sound));
            refused += isRefused(file, i) ? 1 : 0;
        }
        assertThat(refused).as("refused of %d", TIMES).isGreaterThan(TIMES / 10);
    }

    private boolean isRefused(Path file, int round) {
        try {
            FoundDataset.at(folder).read(JobControl.UNWATCHED);
            return false;
        } catch (DatasetException refusal) {
            assertThat(refusal.getMessage()).as("round %d", round).contains(": ").endsWith(".").doesNotContain("null", "Exception");
            return true;
        } catch (RuntimeException | Error fault) {
            throw new AssertionError("%s, round %d".formatted(file.getFileName(), round), fault);
        }
    }

    /** Some bytes changed (headers more often than the rest), the end cut off, a stretch doubled, or all of that. */
    private byte[] damaged(byte[] sound) {
        byte[] bytes = sound.clone();
        int changes = random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int reach = random.nextBoolean() ? Math.min(bytes.length, 600) : bytes.length;
            bytes[random.nextInt(reach)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            int half = random.nextInt(bytes.length);
            byte[] longer = Arrays.copyOf(bytes, bytes.length + half);
            System.arraycopy(bytes, 0, longer, bytes.length, half);
            bytes = longer;
        }
        return bytes;
    }
}
