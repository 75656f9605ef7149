package tadpole.engine.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tadpole.engine.tensor.Tensor;

/** Writes state dictionaries as torch.save does, in both forms; what is to be wrong about one is a field. */
final class TorchWriter {

    /** What a tensor is said to be, and its bytes. */
    record Entry(String type, byte[] bytes, long numbers, long offset, long[] sizes, long[] strides) {}

    final Map<String, Entry> entries = new LinkedHashMap<>();
    /** Around the dictionary, from outside: "model". */
    List<String> wrappers = List.of();
    /** A call that stands in the pickle beside the tensors: module and name. */
    String call = "";
    String byteOrder = "little";
    int method = ZipEntry.STORED;

    TorchWriter add(String name, Tensor tensor) {
        return add(name, "FloatStorage", tensor, floats(tensor.data(), tensor.size()));
    }

    TorchWriter add(String name, String type, Tensor tensor, byte[] bytes) {
        int[] shape = tensor.shape().toArray();
        long[] sizes = new long[shape.length];
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            sizes[axis] = shape[axis];
            strides[axis] = stride;
            stride *= shape[axis];
        }
        entries.put(name, new Entry(type, bytes, tensor.size(), 0, sizes, strides));
        return this;
    }

    static byte[] floats(float[] numbers, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers, 0, count);
        return bytes.array();
    }

    Path legacy(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pickle mark = new Pickle();
        mark.bytes(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19);
        out.writeBytes(mark.end());
        out.writeBytes(new Pickle().number(1001).end());
        Pickle machine = new Pickle();
        machine.bytes('}', '(').text("little_endian").bytes(byteOrder.equals("little") ? 0x88 : 0x89, 'u');
        out.writeBytes(machine.end());
        out.writeBytes(tensors(true));
        Pickle keys = new Pickle();
        keys.bytes(']', '(');
        for (int i = 0; i < entries.size(); i++) {
            keys.text("key" + i);
        }
        keys.bytes('e');
        out.writeBytes(keys.end());
        for (Entry entry : entries.values()) {
            out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(entry.numbers()).array());
            out.writeBytes(entry.bytes());
        }
        return write(file, out.toByteArray());
    }

    Path zip(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "net/data.pkl", tensors(false));
            part(zip, "net/byteorder", byteOrder.getBytes(StandardCharsets.UTF_8));
            int i = 0;
            for (Entry entry : entries.values()) {
                part(zip, "net/data/key" + i++, entry.bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return write(file, out.toByteArray());
    }

    private void part(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            entry.setSize(bytes.length);
            entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private byte[] tensors(boolean legacy) {
        Pickle pickle = new Pickle();
        for (String each : wrappers) {
            pickle.bytes('}').text("epoch").number(3).bytes('s').text(each);
        }
        pickle.name("collections", "OrderedDict").bytes(')', 'R', 'q', 200, '(');
        int i = 0;
        for (Map.Entry<String, Entry> each : entries.entrySet()) {
            Entry entry = each.getValue();
            pickle.text(each.getKey()).name("torch._utils", "_rebuild_tensor_v2").bytes('(', '(').text("storage").name("torch", entry.type()).text("key" + i++)
                    .text("cpu").number(entry.numbers());
            if (legacy) {
                pickle.bytes('N');
            }
            pickle.bytes('t', 'Q').number(entry.offset()).numbers(entry.sizes()).numbers(entry.strides()).bytes(0x89, 'N', 't', 'R');
        }
        if (!call.isEmpty()) {
            int dot = call.lastIndexOf('.');
            pickle.text("extra").name(call.substring(0, dot), call.substring(dot + 1)).bytes('(').text("touch /tmp/hacked").bytes('t', 'R');
        }
        pickle.bytes('u', '}').text("_metadata").bytes('}', 's', 'b');
        for (int j = 0; j < wrappers.size(); j++) {
            pickle.bytes('s');
        }
        return pickle.end();
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A pickle of protocol 2, opcode by opcode. */
    static final class Pickle {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle() {
            bytes(0x80, 2);
        }

        Pickle bytes(int... opcodes) {
            for (int each : opcodes) {
                out.write(each);
            }
            return this;
        }

        Pickle text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            bytes('X').integer(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Pickle name(String module, String name) {
            bytes('c');
            out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Pickle number(long number) {
            if (number == (int) number) {
                return bytes('J').integer((int) number);
            }
            bytes(0x8a, 8);
            out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
            return this;
        }

        Pickle numbers(long[] numbers) {
            bytes('(');
            for (long each : numbers) {
                number(each);
            }
            return bytes('t');
        }

        private Pickle integer(int number) {
            out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
            return this;
        }

        byte[] end() {
            bytes('.');
            return out.toByteArray();
        }
    }
}
