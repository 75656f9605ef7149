package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** Moves parameters along their gradients. */
public interface Optimizer {

    /**
     * One step on all parameters by the gradients they hold. The gradients may be changed (weight decay adds to them).
     * Each parameter is told that it was {@linkplain Parameter#changed changed}.
     *
     * @param rate the learning rate of this step
     */
    void step(List<Parameter> parameters, double rate, Device device);

    /** What it remembers from step to step, by name, such as "linear1.weight.velocity"; empty where it remembers nothing. */
    default Map<String, Tensor> state() {
        return Map.of();
    }
}
