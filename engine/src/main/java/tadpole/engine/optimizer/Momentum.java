package tadpole.engine.optimizer;

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
 * SGD with momentum: v = mu v + (1 - dampening) g; p -= lr v, with v = g at the first step, as PyTorch's SGD. With the rate
 * inside: v = mu v + lr (1 - dampening) g; p -= v. Polyak 1964.
 */
public final class Momentum implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("momentum", "Momentum",
            "A ball that rolls: v = momentum · v + gradient; p -= lr · v.",
            List.of(
                    LearningRate.SETTING,
                    VelocitySettings.MOMENTUM,
                    new Setting.Decimal("dampening", "Dampening", 0.0, 0.0, 1.0, "",
                            "Share of the gradient that the velocity does not take in. Default 0."),
                    VelocitySettings.RATE_INSIDE,
                    WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            Momentum::new);

    private final double momentum;
    private final double dampening;
    private final boolean rateInside;
    private final WeightDecay decay;
    private final Memory memory = new Memory("momentum_buffer");

    private Momentum(Settings settings) {
        momentum = settings.decimal("momentum");
        dampening = settings.decimal("dampening");
        rateInside = settings.on("rateInside");
        decay = WeightDecay.of(settings);
    }

    @Override
    public void step(Step step) {
        List<Parameter> parameters = step.parameters();
        double taken = memory.begin(parameters) == 1 ? 1 : 1 - dampening;
        double gain = rateInside ? step.rate() * taken : taken;
        double velocityRate = rateInside ? 1 : step.rate();
        double mu = step.momentum().orElse(momentum);
        for (int p = 0; p < parameters.size(); p++) {
            Updates.Momentum rule = new Updates.Momentum(decay.on(parameters.get(p)), mu, gain, 0, velocityRate);
            step.device().kernels().updates().momentum(rule, memory.weights(p), memory.of(p, 0));
            parameters.get(p).changed();
        }
    }

    @Override
    public OptionalDouble momentum() {
        return OptionalDouble.of(momentum);
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
