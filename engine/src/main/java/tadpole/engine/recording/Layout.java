package tadpole.engine.recording;

import java.util.List;
import java.util.Map;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Names and shapes of the tensors of moments, of which most have the same. */
record Layout(List<String> names, List<Shape> shapes) {

    static Layout of(Map<String, Tensor> tensors) {
        return new Layout(List.copyOf(tensors.keySet()), tensors.values().stream().map(Tensor::shape).toList());
    }
}
