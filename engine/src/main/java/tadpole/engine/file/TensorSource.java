package tadpole.engine.file;

import java.util.Map;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** An open file of named tensors, each of which is read when it is asked for. */
interface TensorSource extends AutoCloseable {

    /** Of every tensor of numbers, in the order of the file. */
    Map<String, Shape> shapes();

    /** Texts that the file holds beside its tensors. */
    default Map<String, String> metadata() {
        return Map.of();
    }

    /** @param name one of {@link #shapes} */
    Tensor read(String name) throws FileException;

    @Override
    void close() throws FileException;
}
