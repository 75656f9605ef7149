package tadpole.engine.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Tensors in less room, to the bit: their bits XOR those of an earlier moment, of which the high ones are then mostly zero, the four
 * bytes of the numbers apart, each with its own Huffman code (Deflate's).
 *
 * @param pieces one for each tensor
 */
record Packed(List<byte[]> pieces) {

    private static final int CHUNK = 1 << 16;
    private static final int PLANES = Float.BYTES;
    private static final byte ALONE = 0;
    private static final byte BESIDE = 1;
    private static final byte SAME = 2;

    /** @param beside the tensors of an earlier moment; may be none */
    static Packed of(Map<String, Tensor> tensors, Map<String, Tensor> beside) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setStrategy(Deflater.HUFFMAN_ONLY);
        try {
            List<byte[]> pieces = new ArrayList<>();
            tensors.forEach((name, tensor) -> pieces.add(piece(tensor, fitting(name, tensor.shape(), beside), deflater)));
            return new Packed(pieces);
        } finally {
            deflater.end();
        }
    }

    private static Optional<Tensor> fitting(String name, Shape shape, Map<String, Tensor> beside) {
        return Optional.ofNullable(beside.get(name)).filter(each -> each.shape().equals(shape));
    }

    private static byte[] piece(Tensor tensor, Optional<Tensor> beside, Deflater deflater) {
        if (beside.isPresent() && sameBits(tensor.data(), beside.get().data())) {
            return new byte[] {SAME};
        }
        deflater.reset();
        Bytes out = new Bytes(tensor.size());
        out.add(beside.isPresent() ? BESIDE : ALONE);
        byte[] planes = new byte[PLANES * Math.min(CHUNK, tensor.size())];
        for (int from = 0; from < tensor.size(); from += CHUNK) {
            int count = Math.min(CHUNK, tensor.size() - from);
            split(tensor.data(), beside, from, count, planes);
            deflater.setInput(planes, 0, PLANES * count);
            while (!deflater.needsInput()) {
                out.take(deflater);
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.take(deflater);
        }
        return out.toArray();
    }

    private static boolean sameBits(float[] one, float[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Float.floatToRawIntBits(one[i]) != Float.floatToRawIntBits(other[i])) {
                return false;
            }
        }
        return true;
    }

    private static void split(float[] data, Optional<Tensor> beside, int from, int count, byte[] planes) {
        float[] other = beside.map(Tensor::data).orElse(data);
        boolean alone = beside.isEmpty();
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(data[from + i]) ^ (alone ? 0 : Float.floatToRawIntBits(other[from + i]));
            planes[i] = (byte) (bits >>> 24);
            planes[count + i] = (byte) (bits >>> 16);
            planes[2 * count + i] = (byte) (bits >>> 8);
            planes[3 * count + i] = (byte) bits;
        }
    }

    /**
     * The tensors again.
     *
     * @param beside as it was given
     * @throws DataFormatException where the bytes are not those that were packed
     */
    Map<String, Tensor> unpack(Layout layout, Map<String, Tensor> beside) throws DataFormatException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            String name = layout.names().get(i);
            Shape shape = layout.shapes().get(i);
            tensors.put(name, tensor(pieces.get(i), shape, fitting(name, shape, beside)));
        }
        return tensors;
    }

    private static Tensor tensor(byte[] piece, Shape shape, Optional<Tensor> beside) throws DataFormatException {
        if (piece[0] != ALONE && beside.isEmpty()) {
            throw new DataFormatException("The moment that this one was packed beside is another.");
        }
        if (piece[0] == SAME) {
            return beside.get().copy();
        }
        Tensor tensor = Tensor.zeros(shape);
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(piece, 1, piece.length - 1);
            byte[] planes = new byte[PLANES * Math.min(CHUNK, tensor.size())];
            for (int from = 0; from < tensor.size(); from += CHUNK) {
                int count = Math.min(CHUNK, tensor.size() - from);
                fill(inflater, planes, PLANES * count);
                join(planes, count, piece[0] == ALONE ? Optional.empty() : beside, from, tensor.data());
            }
            return tensor;
        } finally {
            inflater.end();
        }
    }

    private static void fill(Inflater inflater, byte[] planes, int size) throws DataFormatException {
        for (int at = 0; at < size;) {
            int got = inflater.inflate(planes, at, size - at);
            if (got == 0) {
                throw new DataFormatException("It ends too early.");
            }
            at += got;
        }
    }

    private static void join(byte[] planes, int count, Optional<Tensor> beside, int from, float[] data) {
        float[] other = beside.map(Tensor::data).orElse(data);
        boolean alone = beside.isEmpty();
        for (int i = 0; i < count; i++) {
            int bits = planes[i] << 24 | (planes[count + i] & 0xff) << 16 | (planes[2 * count + i] & 0xff) << 8 | planes[3 * count + i] & 0xff;
            data[from + i] = Float.intBitsToFloat(bits ^ (alone ? 0 : Float.floatToRawIntBits(other[from + i])));
        }
    }

    long bytes() {
        return pieces.stream().mapToLong(each -> each.length).sum();
    }

    /** Bytes that grow. */
    private static final class Bytes {

        private static final int LEAST = 64;

        private byte[] data;
        private int size;

        private Bytes(int expected) {
            data = new byte[LEAST + expected];
        }

        private void add(byte one) {
            data[size++] = one;
        }

        private void take(Deflater from) {
            if (size == data.length) {
                data = java.util.Arrays.copyOf(data, 2 * data.length);
            }
            size += from.deflate(data, size, data.length - size);
        }

        private byte[] toArray() {
            return java.util.Arrays.copyOf(data, size);
        }
    }
}
