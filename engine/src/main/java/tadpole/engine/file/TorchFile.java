package tadpole.engine.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.file.TorchPickle.Described;
import tadpole.engine.file.TorchPickle.Storage;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The state dictionary of a PyTorch file, in either of its forms: the zip of today and the row of pickles before 1.6. */
final class TorchFile implements TensorSource {

    /** More than any list of tensors has. */
    static final int LONGEST_PICKLE = 1 << 24;

    /** Where the numbers of the storages lie. */
    interface Storages extends Closeable {

        /** The bytes of a storage from one of them on; at least as many as were checked when the file was opened. */
        InputStream from(Storage storage, long bytes) throws IOException;
    }

    private static final List<String> WRAPPERS = List.of("state_dict", "model", "model_state_dict", "model_state", "net", "network", "weights");
    private static final int MOST_WRAPPERS = 4;
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final Map<String, Described> tensors;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Storages storages;

    private TorchFile(Path path, Map<String, Described> tensors, Storages storages) throws FileException {
        this.path = path;
        this.tensors = tensors;
        this.storages = storages;
        for (Map.Entry<String, Described> each : tensors.entrySet()) {
            shapes.put(each.getKey(), checked(each.getKey(), each.getValue()));
        }
    }

    static TorchFile of(Path path, Object pickled, Storages storages) throws FileException {
        return new TorchFile(path, dictionary(FileHead.fileName(path), pickled), storages);
    }

    private static Map<String, Described> dictionary(String file, Object pickled) throws FileException {
        Object at = pickled;
        for (int level = 0; level < MOST_WRAPPERS && at instanceof Map<?, ?> fields; level++) {
            Map<String, Described> found = new LinkedHashMap<>();
            fields.forEach((name, value) -> {
                if (name instanceof String text && value instanceof Described tensor) {
                    found.put(text, tensor);
                }
            });
            if (!found.isEmpty()) {
                return found;
            }
            at = WRAPPERS.stream().map(fields::get).filter(Map.class::isInstance).findFirst().orElse(null);
        }
        throw new FileException("%s holds no state dictionary: no tensors by name, neither at its top nor under %s. Save the weights alone: torch.save(model.state_dict(), \"weights.pth\")."
                .formatted(file, String.join(", ", WRAPPERS)));
    }

    /** Every claim is held against the storage, whose size was held against the file, before anything is allocated. */
    private Shape checked(String name, Described tensor) throws FileException {
        long numbers = 1;
        long last = tensor.offset();
        boolean fits = tensor.sizes().length == tensor.strides().length && tensor.offset() >= 0;
        int[] shape = new int[tensor.sizes().length];
        for (int axis = 0; fits && axis < shape.length; axis++) {
            long size = tensor.sizes()[axis];
            long stride = tensor.strides()[axis];
            fits = size > 0 && stride >= 0 && size <= Integer.MAX_VALUE && stride <= Integer.MAX_VALUE && numbers * size <= Integer.MAX_VALUE;
            numbers *= size;
            last += (size - 1) * stride;
            fits = fits && last >= 0 && last < tensor.storage().numbers() && numbers <= tensor.storage().numbers();
            shape[axis] = (int) size;
        }
        if (!fits || last >= tensor.storage().numbers()) {
            throw new FileException("%s: tensor \"%s\" does not lie in its storage of %d numbers. Copy or download the file again."
                    .formatted(FileHead.fileName(path), TorchPickle.printable(name), tensor.storage().numbers()));
        }
        return Shape.of(shape);
    }

    @Override
    public Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    @Override
    public Tensor read(String name) throws FileException {
        Described tensor = tensors.get(name);
        Tensor read = Tensor.zeros(shapes.get(name));
        long span = 1;
        for (int axis = 0; axis < tensor.sizes().length; axis++) {
            span += (tensor.sizes()[axis] - 1) * tensor.strides()[axis];
        }
        if (span > Integer.MAX_VALUE - 8) {
            throw new FileException("%s: tensor \"%s\" is spread over %d numbers, more than can be read.".formatted(FileHead.fileName(path), name, span));
        }
        try {
            boolean inOrder = isInOrder(tensor);
            float[] numbers = inOrder ? read.data() : new float[(int) span];
            fill(numbers, tensor);
            if (!inOrder) {
                gather(numbers, tensor, read.data());
            }
            return read;
        } catch (IOException broken) {
            throw new FileException("%s: the numbers of \"%s\" cannot be read: %s. Copy or download the file again.".formatted(
                    FileHead.fileName(path), TorchPickle.printable(name), Causes.inWords(broken)), broken);
        }
    }

    private void fill(float[] numbers, Described tensor) throws IOException {
        TorchType type = tensor.storage().type();
        byte[] bytes = new byte[(int) Math.min(CHUNK, (long) numbers.length * type.bytes())];
        try (InputStream in = storages.from(tensor.storage(), tensor.offset() * type.bytes())) {
            for (int done = 0; done < numbers.length;) {
                int count = Math.min(bytes.length / type.bytes(), numbers.length - done);
                if (in.readNBytes(bytes, 0, count * type.bytes()) < count * type.bytes()) {
                    throw new IOException("the file ends before them");
                }
                ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < count; i++) {
                    numbers[done + i] = type.next(chunk);
                }
                done += count;
            }
        }
    }

    private static boolean isInOrder(Described tensor) {
        long expected = 1;
        for (int axis = tensor.sizes().length - 1; axis >= 0; axis--) {
            if (tensor.sizes()[axis] > 1 && tensor.strides()[axis] != expected) {
                return false;
            }
            expected *= tensor.sizes()[axis];
        }
        return true;
    }

    private static void gather(float[] from, Described tensor, float[] to) {
        long[] at = new long[tensor.sizes().length];
        for (int i = 0; i < to.length; i++) {
            long place = 0;
            for (int axis = 0; axis < at.length; axis++) {
                place += at[axis] * tensor.strides()[axis];
            }
            to[i] = from[(int) place];
            for (int axis = at.length - 1; axis >= 0 && ++at[axis] == tensor.sizes()[axis]; axis--) {
                at[axis] = 0;
            }
        }
    }

    @Override
    public void close() throws FileException {
        try {
            storages.close();
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(path, Causes.inWords(broken)), broken);
        }
    }
}
