package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.kernel.Updates;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * What Adam and AdamW have in common: m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g²; p -= lr m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) +
 * eps), t from 1. PyTorch's bias correction takes b1 as it is at the step, also where a schedule moves it.
 */
final class AdamMoments {

    static final Setting.Decimal RATE =
            LearningRate.of(0.001, "0.001", "About how far a parameter goes in a step, however large its gradient.");
    static final Setting BETA1 = new Setting.Decimal("beta1", "Beta 1", 0.9, 0.0, 0.9999, "",
            "How slowly the mean of the gradients moves: Adam's momentum. Default 0.9.");
    static final Setting BETA2 = new Setting.Decimal("beta2", "Beta 2", 0.999, 0.0, 0.999999, "",
            "How slowly the mean of the squared gradients moves. Default 0.999.");
    static final Setting AMSGRAD = new Setting.Switch("amsgrad", "AMSGrad", false,
            "Divides by the greatest mean square so far, so that a step never grows again.");

    private final double beta1;
    private final double beta2;
    private final boolean amsgrad;
    private final EpsilonPlace epsilon;
    private final Memory memory;

    AdamMoments(Settings settings) {
        beta1 = settings.decimal("beta1");
        beta2 = settings.decimal("beta2");
        amsgrad = settings.on("amsgrad");
        epsilon = EpsilonPlace.of(settings);
        memory = amsgrad ? new Memory("exp_avg", "exp_avg_sq", "max_exp_avg_sq") : new Memory("exp_avg", "exp_avg_sq");
    }

    /** @param decoupled whether the decay shrinks the parameters themselves, else it adds to the gradients */
    void step(Step step, WeightDecay decay, boolean decoupled) {
        List<Parameter> parameters = step.parameters();
        long t = memory.begin(parameters);
        double b1 = step.momentum().orElse(beta1);
        double rate = step.rate() / (1 - Math.pow(b1, t));
        double scale = 1 / (1 - Math.pow(beta2, t));
        Updates updates = step.device().kernels().updates();
        for (int p = 0; p < parameters.size(); p++) {
            double c = decay.on(parameters.get(p));
            Updates.Adam rule = new Updates.Adam(decoupled ? 0 : c, decoupled ? 1 - step.rate() * c : 1, b1, beta2, rate,
                    scale, epsilon.inside(), epsilon.outside());
            if (amsgrad) {
                updates.adamGreatest(rule, memory.weights(p), memory.of(p, 0), memory.of(p, 1), memory.of(p, 2));
            } else {
                updates.adam(rule, memory.weights(p), memory.of(p, 0), memory.of(p, 1));
            }
            parameters.get(p).changed();
        }
    }

    OptionalDouble momentum() {
        return OptionalDouble.of(beta1);
    }

    Map<String, Tensor> state() {
        return memory.state();
    }

    void restore(Map<String, Tensor> state) {
        memory.restore(state);
    }

    boolean remembers(String name) {
        return memory.remembers(name);
    }
}
