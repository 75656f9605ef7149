package tadpole.engine.picture.style;

import java.util.Map;
import tadpole.engine.tensor.Tensor;

/**
 * All that a style transfer needs to go on from where it was stopped, to the last bit: pixels and the optimizer's memory.
 *
 * @param tensors by name; copies
 * @param facts   level and iterations, by name
 */
public record StyleState(Map<String, Tensor> tensors, Map<String, String> facts) {

    public StyleState {
        tensors = Map.copyOf(tensors);
        facts = Map.copyOf(facts);
    }

    int fact(String name) {
        return Integer.parseInt(facts.get(name));
    }
}
