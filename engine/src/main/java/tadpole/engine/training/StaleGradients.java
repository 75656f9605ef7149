package tadpole.engine.training;

import java.util.List;
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
}
