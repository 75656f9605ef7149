package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Tensors as NumPy's .npy, written in version 1.0 of the format: {@code numpy.load(path)} gives float32 of the same shape and bits. */
public final class NpyFile {

    private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** The numbers begin at a multiple of it. */
    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 14;

    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']{1,20})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]{0,200})\\)");
    private static final int LONGEST_HEAD = 1 << 16;

    private static final Map<String, TorchType> TYPES = Map.of("<f4", TorchType.FLOAT, "<f2", TorchType.HALF, "<f8", TorchType.DOUBLE, "<i8", TorchType.LONG,
            "<i4", TorchType.INT, "<i2", TorchType.SHORT, "|i1", TorchType.CHAR, "|u1", TorchType.BYTE, "|b1", TorchType.BOOL);

    private NpyFile() {}

    /**
     * What stands before the numbers.
     *
     * @param columnsFirst whether the first axis runs fastest, as Fortran's arrays do
     */
    record Head(TorchType type, boolean columnsFirst, Shape shape) {}

    /**
     * Reads to the first number; versions 1.0 to 3.0 of the format.
     *
     * @param what      what error texts call it
     * @param available bytes there are, with the head
     * @throws FileException also where there are not just as many bytes as the shape needs
     */
    static Head head(String what, InputStream in, long available) throws FileException, IOException {
        byte[] start = in.readNBytes(START.length);
        if (start.length < START.length || !Arrays.equals(start, 0, 6, START, 0, 6) || start[6] < 1 || start[6] > 3) {
            throw new FileException("%s is no .npy of NumPy's versions 1 to 3. Save it with numpy.save or numpy.savez.".formatted(what));
        }
        byte[] size = in.readNBytes(start[6] == 1 ? 2 : 4);
        ByteBuffer buffer = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
        int length = size.length == 2 ? buffer.getShort() & 0xFFFF : size.length == 4 ? buffer.getInt() : -1;
        byte[] text = length < 0 || length > LONGEST_HEAD ? new byte[0] : in.readNBytes(length);
        if (length <= 0 || text.length < length) {
            throw new FileException("%s ends within its head, or its head is longer than any. Copy or download the file again.".formatted(what));
        }
        Head head = head(what, new String(text, StandardCharsets.ISO_8859_1));
        long given = available - START.length - size.length - length;
        long needed = (long) head.shape().size() * head.type().bytes();
        if (given != needed) {
            throw new FileException("%s: its shape %s needs %d bytes of numbers, but there are %d. Copy or download the file again.".formatted(what, head.shape(), needed, given));
        }
        return head;
    }

    private static Head head(String what, String text) throws FileException {
        Matcher description = DESCRIPTION.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher sides = SHAPE.matcher(text);
        if (!description.find() || !order.find() || !sides.find()) {
            throw new FileException("%s: its head does not say type, order and shape of its numbers. Save it with numpy.save or numpy.savez.".formatted(what));
        }
        TorchType type = TYPES.get(description.group(1));
        if (type == null) {
            throw new FileException("%s: numbers of type %s are not read, only little-endian floats and whole numbers. Save it with .astype(numpy.float32)."
                    .formatted(what, TorchPickle.printable(description.group(1))));
        }
        try {
            int[] shape = Pattern.compile("[,\\s]+").splitAsStream(sides.group(1).strip()).filter(side -> !side.isEmpty()).mapToInt(Integer::parseInt).toArray();
            return new Head(type, order.group(1).equals("True"), Shape.of(shape));
        } catch (NumberFormatException | ShapeException large) {
            throw new FileException("%s: its shape (%s) is more than a tensor can hold.".formatted(what, sides.group(1)), large);
        }
    }

    /** Reads a whole .npy; every number is turned to the nearest float. */
    static Tensor read(String what, InputStream in, long available) throws FileException, IOException {
        Head head = head(what, in, available);
        Tensor read = Tensor.zeros(head.shape());
        int bytes = head.type().bytes();
        for (int from = 0; from < read.size(); from += CHUNK) {
            int count = Math.min(CHUNK, read.size() - from);
            byte[] chunk = in.readNBytes(count * bytes);
            if (chunk.length < count * bytes) {
                throw new FileException("%s ends before its last number. Copy or download the file again.".formatted(what));
            }
            ByteBuffer numbers = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = from; i < from + count; i++) {
                read.data()[i] = head.type().next(numbers);
            }
        }
        return head.columnsFirst() ? rowsFirst(read) : read;
    }

    private static Tensor rowsFirst(Tensor columnsFirst) {
        int[] sizes = columnsFirst.shape().toArray();
        Tensor turned = Tensor.zeros(columnsFirst.shape());
        int[] at = new int[sizes.length];
        for (int i = 0; i < turned.size(); i++) {
            int place = 0;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                place = place * sizes[axis] + at[axis];
            }
            turned.data()[i] = columnsFirst.data()[place];
            for (int axis = sizes.length - 1; axis >= 0 && ++at[axis] == sizes[axis]; axis--) {
                at[axis] = 0;
            }
        }
        return turned;
    }

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
