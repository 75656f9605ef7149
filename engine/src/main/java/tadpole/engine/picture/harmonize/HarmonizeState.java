package tadpole.engine.picture.harmonize;

import java.util.Map;
import tadpole.engine.tensor.Tensor;

/**
 * All that a harmonization needs to go on from where it was stopped, to the last bit: pixels, the optimizer's memory, what earlier stages gave.
 *
 * @param tensors by name; copies
 * @param facts   stage, iteration and the like, by name
 */
public record HarmonizeState(Map<String, Tensor> tensors, Map<String, String> facts) {

    public HarmonizeState {
        tensors = Map.copyOf(tensors);
        facts = Map.copyOf(facts);
    }
}
