package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** A classic bug to show: gradients that are not zeroed before a step, so that those of all steps before pile up in them. */
final class StaleGradients {

    private final List<Parameter> parameters;
    private final List<Tensor> kept;

    /** @param parameters whose gradients are not zeroed; may be none */
    StaleGradients(List<Parameter> parameters) {
        this.parameters = parameters;
        this.kept = parameters.stream().map(each -> Tensor.zeros(each.shape())).toList();
    }

    /** Adds the gradients of the steps before to those of this one, and keeps the sum for the next. */
    void pileUp(Device device) {
        for (int i = 0; i < parameters.size(); i++) {
            Tensor gradient = parameters.get(i).gradient();
            device.kernels().axpy(1, kept.get(i).data(), gradient.data(), gradient.size());
            kept.get(i).set(gradient);
        }
    }

    void forget() {
        kept.forEach(each -> each.fill(0));
    }

    /** What piled up, by the names of the parameters; its own tensors. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            state.put(parameters.get(i).name(), kept.get(i));
        }
        return state;
    }

    /** Copies what is given of its parameters; the others begin with nothing. */
    void restore(Map<String, Tensor> state) {
        forget();
        state().forEach((name, tensor) -> {
            if (state.containsKey(name)) {
                tensor.set(state.get(name));
            }
        });
    }
}
