package tadpole.samples.file;

import java.nio.ByteBuffer;
import java.util.List;

/** MNIST's own file form: a magic number with the count of dimensions, the dimensions (big-endian), then the bytes. */
public final class Idx {

    private static final int UNSIGNED_BYTES = 8 << 8;

    private Idx() {
    }

    public static byte[] images(List<byte[]> images, int side) {
        ByteBuffer file = ByteBuffer.allocate(16 + images.size() * side * side);
        file.putInt(UNSIGNED_BYTES | 3).putInt(images.size()).putInt(side).putInt(side);
        images.forEach(file::put);
        return file.array();
    }

    public static byte[] labels(byte[] labels) {
        return ByteBuffer.allocate(8 + labels.length).putInt(UNSIGNED_BYTES | 1).putInt(labels.length).put(labels).array();
    }
}
