package tadpole.engine.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Reads a safetensors file that may be broken or lie. */
final class SafetensorsReader implements TensorSource {

    private static final int CHUNK = 1 << 14;

    /** Where a tensor's numbers stand, counted from the end of the header. */
    private record Entry(String name, TorchType type, Shape shape, long begin, long end, Place place) {}

    private final Path path;
    private final String file;
    private final SeekableByteChannel channel;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private long start;

    private SafetensorsReader(Path path, SeekableByteChannel channel) {
        this.path = path;
        this.file = FileHead.fileName(path);
        this.channel = channel;
    }

    static Safetensors read(Path path) throws FileException {
        try (SafetensorsReader reader = open(path)) {
            return reader.whole();
        }
    }

    Safetensors whole() throws FileException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String name : shapes.keySet()) {
            tensors.put(name, read(name));
        }
        return new Safetensors(metadata, tensors);
    }

    /** Reads the header only, and checks it. */
    static SafetensorsReader open(Path path) throws FileException {
        if (Files.isDirectory(path)) {
            throw new FileException("%s is a folder, not a safetensors file.".formatted(path));
        }
        try {
            return open(path, Files.newByteChannel(path));
        } catch (NoSuchFileException missing) {
            throw new FileException("There is no file %s.".formatted(path), missing);
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    /** @param channel closed with what is returned, and where it fails */
    static SafetensorsReader open(Path path, SeekableByteChannel channel) throws FileException, IOException {
        SafetensorsReader reader = new SafetensorsReader(path, channel);
        boolean opened = false;
        try {
            reader.open();
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private void open() throws FileException, IOException {
        JsonValue header = header();
        metadata.putAll(metadata(FieldReader.of(header, "the header")));
        List<Entry> found = entries((JsonValue.Fields) header);
        start = channel.position();
        checkOffsets(found, channel.size() - start);
        for (Entry entry : found) {
            entries.put(entry.name(), entry);
            shapes.put(entry.name(), entry.shape());
        }
    }

    @Override
    public Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    @Override
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(metadata);
    }

    @Override
    public Tensor read(String name) throws FileException {
        try {
            Entry entry = entries.get(name);
            channel.position(start + entry.begin());
            return numbers(entry);
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    @Override
    public void close() throws FileException {
        try {
            channel.close();
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    private static FileException unreadable(Path path, IOException broken) {
        return new FileException("%s cannot be read: %s.".formatted(path, Causes.inWords(broken)), broken);
    }

    private JsonValue header() throws IOException, FileException {
        long size = channel.size();
        if (size < 8) {
            throw new FileException("%s is no safetensors file: it has %d bytes, but begins with a length of 8 bytes."
                    .formatted(file, size));
        }
        long length = fill(ByteBuffer.allocate(8)).getLong();
        long most = Math.min(size - 8, Safetensors.LONGEST_HEADER);
        if (length < 2 || length > most) {
            throw new FileException("%s is no safetensors file: it says that its header has %s bytes, but at most %d can follow."
                    .formatted(file, Long.toUnsignedString(length), most));
        }
        ByteBuffer bytes = fill(ByteBuffer.allocate((int) length));
        try {
            return JsonText.read(file, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException binary) {
            throw new FileException("%s is no safetensors file: its header is no text in UTF-8.".formatted(file), binary);
        }
    }

    private static Map<String, String> metadata(FieldReader header) throws FileException {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (header.optional("__metadata__").isPresent()) {
            JsonValue value = header.required("__metadata__");
            FieldReader fields = FieldReader.of(value, "the metadata");
            for (String key : ((JsonValue.Fields) value).fields().keySet()) {
                metadata.put(key, fields.optionalText(key));
            }
        }
        return metadata;
    }

    private static List<Entry> entries(JsonValue.Fields header) throws FileException {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonValue.Field> each : header.fields().entrySet()) {
            if (!each.getKey().equals("__metadata__")) {
                entries.add(entry(each.getKey(), each.getValue().value()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        return entries;
    }

    private static Entry entry(String name, JsonValue value) throws FileException {
        FieldReader fields = FieldReader.of(value, "a tensor").onlyFields(List.of("dtype", "shape", "data_offsets"));
        TorchType type = type(fields);
        long[] sizes = wholes(fields, "shape");
        long[] offsets = wholes(fields, "data_offsets");
        if (offsets.length != 2) {
            throw fields.required("data_offsets").place().problem("Two offsets, begin and end, are needed, but there are %d."
                    .formatted(offsets.length));
        }
        long numbers = 1;
        for (long axis : sizes) {
            if (axis > 0 && numbers > Integer.MAX_VALUE / axis) {
                throw fields.required("shape").place().problem("A tensor holds at most %d numbers.".formatted(Integer.MAX_VALUE));
            }
            numbers *= axis;
        }
        long bytes = numbers * type.bytes();
        if (offsets[1] - offsets[0] != bytes) {
            throw fields.required("data_offsets").place().problem(
                    "The shape needs %d bytes, but the offsets %d to %d span %d."
                            .formatted(bytes, offsets[0], offsets[1], offsets[1] - offsets[0]));
        }
        int[] shape = new int[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) sizes[i];
        }
        return new Entry(name, type, Shape.of(shape), offsets[0], offsets[1], value.place());
    }

    private static TorchType type(FieldReader fields) throws FileException {
        String type = fields.requiredText("dtype");
        Optional<TorchType> known = TorchType.ofDtype(type);
        if (known.isEmpty()) {
            throw fields.required("dtype").place().problem("Tensors of the types %s can be read, but this one is %s.".formatted(TorchType.acceptedDtypes(), type));
        }
        return known.get();
    }

    private static long[] wholes(FieldReader fields, String key) throws FileException {
        List<JsonValue> items = fields.requiredList(key);
        long[] numbers = new long[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(items.get(i).plain() instanceof Long number) || number < 0) {
                throw items.get(i).place().problem("Here must stand a whole number of at least 0, but it is %s."
                        .formatted(items.get(i).plain()));
            }
            numbers[i] = number;
        }
        return numbers;
    }

    /** The tensors must lie one after the other and fill the rest of the file exactly. */
    private void checkOffsets(List<Entry> entries, long available) throws FileException {
        long end = 0;
        for (Entry entry : entries) {
            if (entry.begin() != end) {
                throw entry.place().problem("The tensor should begin at offset %d, where the one before ends, but begins at %d."
                        .formatted(end, entry.begin()));
            }
            end = entry.end();
        }
        if (end != available) {
            throw new FileException("%s: its header speaks of %d bytes of numbers, but %d follow it. Copy the file again."
                    .formatted(file, end, available));
        }
    }

    private Tensor numbers(Entry entry) throws IOException {
        Tensor tensor = Tensor.zeros(entry.shape());
        for (int from = 0; from < tensor.size(); from += CHUNK) {
            int count = Math.min(CHUNK, tensor.size() - from);
            ByteBuffer bytes = fill(ByteBuffer.allocate(entry.type().bytes() * count));
            if (entry.type() == TorchType.FLOAT) {
                bytes.asFloatBuffer().get(tensor.data(), from, count);
                continue;
            }
            for (int i = from; i < from + count; i++) {
                tensor.data()[i] = entry.type().next(bytes);
            }
        }
        return tensor;
    }

    private ByteBuffer fill(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
