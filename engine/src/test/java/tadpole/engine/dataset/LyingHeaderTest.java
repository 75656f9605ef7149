package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.dataset.DataFiles.cifar;
import static tadpole.engine.dataset.DataFiles.gzip;
import static tadpole.engine.dataset.DataFiles.idxImages;
import static tadpole.engine.dataset.DataFiles.idxLabels;
import static tadpole.engine.dataset.DataFiles.write;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room is made for the bytes that come, not for those that a header promises. */
class LyingHeaderTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void ofPlainImages() {
        write(folder.resolve("train-labels-idx1-ubyte"), idxLabels(12));
        write(folder.resolve("train-images-idx3-ubyte"), promisingTwoGigabytes(idxImages(5, 1000, 1000)));

        assertThat(allocated("5 whole images")).isLessThan(4 * 5 * MEGABYTE + 16 * MEGABYTE);
    }

    @Test
    void ofPackedImages() {
        write(folder.resolve("train-labels-idx1-ubyte.gz"), gzip(idxLabels(12)));
        write(folder.resolve("train-images-idx3-ubyte.gz"), gzip(promisingTwoGigabytes(idxImages(5, 1000, 1000))));

        assertThat(allocated("5 whole images")).isLessThan(4 * 5 * MEGABYTE + 16 * MEGABYTE);
    }

    @Test
    void ofAnEntryInAnArchive() {
        byte[] tar = DataFiles.tar(Map.of("data_batch_1.bin", cifar(1000, 1)));
        // Size and checksum are octal digits in the header.
        ByteBuffer.wrap(tar).put(124, DataFiles.text("17777777777"));
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xFF;
        }
        ByteBuffer.wrap(tar).put(148, DataFiles.text("%06o\0 ".formatted(sum)));
        write(folder.resolve("cifar-10-binary.tar.gz"), gzip(tar));

        assertThat(allocated("the tar archive is damaged")).isLessThan(4 * 3 * MEGABYTE + 16 * MEGABYTE);
    }

    private static byte[] promisingTwoGigabytes(byte[] images) {
        ByteBuffer.wrap(images).putInt(4, 2000);
        return images;
    }

    /** Bytes that this thread took while it read the file and refused it. */
    private long allocated(String sentence) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();

        String refusal = Refusal.of(folder, folder);

        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(refusal).contains(sentence);
        return allocated;
    }
}
