package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.kernel.Updates;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * Nesterov's accelerated gradient: v = mu v + g; p -= lr (g + mu v), as PyTorch's SGD with nesterov. With the rate inside:
 * v = mu v + lr g; p -= lr g + mu v, which is the lesson's "gradient at p - mu v" with p standing for that place ahead.
 * Nesterov 1983; Sutskever et al. 2013.
 */
public final class Nesterov implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("nesterov", "Nesterov",
            "Momentum that looks ahead: v = momentum · v + gradient; p -= lr · (gradient + momentum · v).",
            List.of(LearningRate.SETTING, VelocitySettings.MOMENTUM, VelocitySettings.RATE_INSIDE, WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            Nesterov::new);

    private final double momentum;
    private final boolean rateInside;
    private final WeightDecay decay;
    private final Memory memory = new Memory("momentum_buffer");

    private Nesterov(Settings settings) {
        momentum = settings.decimal("momentum");
        rateInside = settings.on("rateInside");
        decay = WeightDecay.of(settings);
    }

    @Override
    public void step(Step step) {
        List<Parameter> parameters = step.parameters();
        memory.begin(parameters);
        double gain = rateInside ? step.rate() : 1;
        double mu = step.momentum().orElse(momentum);
        double velocityRate = rateInside ? mu : step.rate() * mu;
        for (int p = 0; p < parameters.size(); p++) {
            Updates.Momentum rule = new Updates.Momentum(decay.on(parameters.get(p)), mu, gain, step.rate(), velocityRate);
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
