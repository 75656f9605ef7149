package tadpole.engine.optimizer;

import java.util.List;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/**
 * L2 regularization in PyTorch's form: gradient += c parameter. A penalty reg·sum(W²) is c = 2 reg, reg/2·sum(W²) is
 * c = reg.
 */
record WeightDecay(double coefficient, boolean biasesToo) {

    static final Setting COEFFICIENT = new Setting.Decimal("weightDecay", "Weight decay", 0.0, 0.0, 100.0, "",
            "Pulls weights toward zero: gradient += c · weight. Default 0.");

    static final Setting BIASES_TOO = new Setting.Switch("decayBiases", "Decay biases too", true,
            "Whether weight decay pulls on biases as well, as in PyTorch.");

    static WeightDecay of(Settings settings) {
        return new WeightDecay(settings.decimal("weightDecay"), settings.on("decayBiases"));
    }

    /** The coefficient of one parameter: 0 for biases that are spared. */
    double on(Parameter parameter) {
        return biasesToo || parameter.role() == Parameter.Role.WEIGHT ? coefficient : 0;
    }

    void addTo(List<Parameter> parameters, Device device) {
        if (coefficient == 0) {
            return;
        }
        for (Parameter parameter : parameters) {
            if (biasesToo || parameter.role() == Parameter.Role.WEIGHT) {
                device.kernels().axpy((float) coefficient, parameter.value().data(), parameter.gradient().data(), parameter.size());
            }
        }
    }

    /** What the decayed gradient descends beside the loss: the sum of c/2 p². */
    double penalty(List<Parameter> parameters, Device device) {
        if (coefficient == 0) {
            return 0;
        }
        double sum = 0;
        for (Parameter parameter : parameters) {
            float[] p = parameter.value().data();
            sum += on(parameter) == 0 ? 0 : on(parameter) / 2 * device.kernels().updates().dot(p, p, parameter.size());
        }
        return sum;
    }
}
