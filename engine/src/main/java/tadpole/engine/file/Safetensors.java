package tadpole.engine.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.tensor.Tensor;

/**
 * Named tensors in a safetensors file: the header's length in 8 bytes, little-endian; the header, JSON; the numbers,
 * little-endian. Written are 32-bit floats, or 16-bit ones where somebody asks for half precision. Format: Hugging Face, safetensors 0.x.
 *
 * @param metadata texts by name, free to choose
 * @param tensors  by name, in the order of the file
 */
public record Safetensors(Map<String, String> metadata, Map<String, Tensor> tensors) {

    /** What the format's own reader accepts. */
    static final int LONGEST_HEADER = 100_000_000;

    private static final int CHUNK = 1 << 14;

    public Safetensors {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** Reads all of it; every number in the header is checked against the file before anything is allocated. */
    public static Safetensors read(Path path) throws FileException {
        return SafetensorsReader.read(path);
    }

    public void write(Path path) throws FileException {
        SafeFile.write(path, this::writeTo);
    }

    /** With half the bytes: every number rounded to the nearest 16-bit float, infinite beyond ±65504. */
    void writeHalf(Path path) throws FileException {
        SafeFile.write(path, out -> writeTo(out, TorchType.HALF));
    }

    void writeTo(OutputStream out) throws IOException {
        writeTo(out, TorchType.FLOAT);
    }

    private void writeTo(OutputStream out, TorchType type) throws IOException {
        byte[] header = header(type);
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
        out.write(header);
        for (Tensor tensor : tensors.values()) {
            writeNumbers(tensor, type, out);
        }
    }

    private byte[] header(TorchType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("__metadata__", metadata);
        long offset = 0;
        for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
            long end = offset + (long) type.bytes() * each.getValue().size();
            fields.put(each.getKey(), entry(each.getValue(), type, offset, end));
            offset = end;
        }
        byte[] text = JsonLayout.line(fields).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length, 8) * 8);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static Map<String, Object> entry(Tensor tensor, TorchType type, long begin, long end) {
        List<Object> shape = new ArrayList<>();
        for (int axis : tensor.shape().toArray()) {
            shape.add(axis);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("dtype", type.dtype());
        entry.put("shape", shape);
        entry.put("data_offsets", List.of(begin, end));
        return entry;
    }

    private static void writeNumbers(Tensor tensor, TorchType type, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(type.bytes() * CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < tensor.size(); from += CHUNK) {
            int count = Math.min(CHUNK, tensor.size() - from);
            if (type == TorchType.HALF) {
                bytes.clear();
                for (int i = from; i < from + count; i++) {
                    bytes.putShort(Float.floatToFloat16(tensor.data()[i]));
                }
            } else {
                bytes.asFloatBuffer().put(tensor.data(), from, count);
            }
            out.write(bytes.array(), 0, type.bytes() * count);
        }
    }
}
