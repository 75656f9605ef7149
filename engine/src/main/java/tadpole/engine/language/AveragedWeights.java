package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * Averaged stochastic gradient descent: the mean of the weights after every step since a trigger, mean += (w - mean) / steps (Polyak
 * and Juditsky 1992). It triggers where validation is worse than the best of all but the last so many epochs: NT-ASGD, Merity et al. 2017.
 */
final class AveragedWeights {

    private final List<Parameter> parameters;
    private final List<Tensor> means = new ArrayList<>();
    private final int patience;
    private final List<Double> validations = new ArrayList<>();
    private boolean triggered;
    private long steps;
    private boolean swapped;

    AveragedWeights(List<Parameter> parameters, int patience) {
        this.parameters = parameters;
        this.patience = patience;
    }

    boolean isTriggered() {
        return triggered;
    }

    /** After each step. */
    void add(Device device) {
        if (!triggered) {
            return;
        }
        steps++;
        for (int i = 0; i < parameters.size(); i++) {
            Tensor value = parameters.get(i).value();
            if (steps == 1) {
                means.add(value.copy());
            } else {
                device.kernels().scale((float) (1 - 1.0 / steps), means.get(i).data(), value.size());
                device.kernels().axpy((float) (1.0 / steps), value.data(), means.get(i).data(), value.size());
            }
        }
    }

    /** After each epoch; without validation (NaN) it triggers when the patience is over. */
    void judge(double validation) {
        triggered |= Double.isNaN(validation) && validations.size() >= patience;
        int known = validations.size() - patience;
        triggered |= known > 0 && validation > validations.subList(0, known).stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        validations.add(validation);
    }

    /** Puts the means in the place of the weights, and with the next call back; nothing where nothing was averaged yet. */
    void swap() {
        if (steps == 0) {
            return;
        }
        swapped = !swapped;
        for (int i = 0; i < parameters.size(); i++) {
            Tensor kept = parameters.get(i).value().copy();
            parameters.get(i).value().set(means.get(i));
            means.get(i).set(kept);
            parameters.get(i).changed();
        }
    }

    boolean areInPlace() {
        return swapped;
    }
}
