package tadpole.engine.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.kernel.Updates;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * RMSProp: n = alpha n + (1 - alpha) g²; p -= lr g / (sqrt(n) + eps), as PyTorch's, which puts eps outside of the root; the
 * lesson's place inside is a setting. Centered it divides by the deviation, n - m² with m the mean gradient (Graves 2013; never
 * under 0 here). With momentum the quotients add up in a velocity. Tieleman and Hinton 2012.
 */
public final class RmsProp implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("rmsprop", "RMSProp",
            "Divides each gradient by its usual size: n = alpha · n + (1 - alpha) · g²; p -= lr · g / (sqrt(n) + eps).",
            List.of(
                    LearningRate.SETTING,
                    new Setting.Decimal("alpha", "Alpha", 0.99, 0.0, 0.99999, "",
                            "How slowly the mean of the squared gradients moves. Default 0.99."),
                    new Setting.Decimal("momentum", "Momentum", 0.0, 0.0, 0.9999, "",
                            "How much of its velocity a parameter keeps from step to step. Default 0."),
                    EpsilonPlace.EPSILON,
                    EpsilonPlace.PLACE,
                    new Setting.Switch("centered", "Centered", false,
                            "Divides by the deviation of the gradients in the place of their root mean square."),
                    WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            RmsProp::new);

    private static final float[] NONE = {};

    private final double alpha;
    private final double momentum;
    private final boolean centered;
    private final EpsilonPlace epsilon;
    private final WeightDecay decay;
    private final Memory memory;
    private final int velocityAt;

    private RmsProp(Settings settings) {
        alpha = settings.decimal("alpha");
        momentum = settings.decimal("momentum");
        centered = settings.on("centered");
        epsilon = EpsilonPlace.of(settings);
        decay = WeightDecay.of(settings);
        List<String> names = new ArrayList<>(List.of("square_avg"));
        if (centered) {
            names.add("grad_avg");
        }
        if (momentum > 0) {
            names.add("momentum_buffer");
        }
        velocityAt = names.size() - 1;
        memory = new Memory(names.toArray(String[]::new));
    }

    @Override
    public void step(Step step) {
        List<Parameter> parameters = step.parameters();
        memory.begin(parameters);
        double mu = momentum > 0 ? step.momentum().orElse(momentum) : 0;
        for (int p = 0; p < parameters.size(); p++) {
            Updates.RmsProp rule = new Updates.RmsProp(
                    decay.on(parameters.get(p)), alpha, centered, mu, step.rate(), epsilon.inside(), epsilon.outside());
            step.device().kernels().updates().rmsProp(rule, memory.weights(p), memory.of(p, 0),
                    centered ? memory.of(p, 1) : NONE, momentum > 0 ? memory.of(p, velocityAt) : NONE);
            parameters.get(p).changed();
        }
    }

    /** Only where it is on: a schedule does not switch it on. */
    @Override
    public OptionalDouble momentum() {
        return momentum > 0 ? OptionalDouble.of(momentum) : OptionalDouble.empty();
    }

    @Override
    public Map<String, Tensor> state() {
        return memory.state();
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        memory.restore(state);
    }

    @Override
    public boolean remembers(String name) {
        return memory.remembers(name);
    }
}
