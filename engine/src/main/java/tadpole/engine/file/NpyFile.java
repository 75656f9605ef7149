package tadpole.engine.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Tensors as NumPy's .npy, version 1.0 of the format: {@code numpy.load(path)} gives float32 of the same shape and bits. */
public final class NpyFile {

    private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** The numbers begin at a multiple of it. */
    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 14;

    private NpyFile() {}

    public static void write(Tensor tensor, OutputStream out) throws IOException {
        String head = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(shape(tensor.shape()));
        int length = Math.ceilDiv(START.length + 2 + head.length() + 1, ALIGNMENT) * ALIGNMENT - START.length - 2;
        out.write(START);
        out.write(length & 255);
        out.write(length >> 8);
        out.write((head + " ".repeat(length - head.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < tensor.size(); from += CHUNK) {
            int count = Math.min(CHUNK, tensor.size() - from);
            bytes.asFloatBuffer().put(tensor.data(), from, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    /** As Python writes a tuple: "1, 28, 28", and "7," for one number alone. */
    private static String shape(Shape shape) {
        String sides = IntStream.range(0, shape.rank()).mapToObj(i -> Integer.toString(shape.at(i))).collect(Collectors.joining(", "));
        return shape.rank() == 1 ? sides + "," : sides;
    }
}
