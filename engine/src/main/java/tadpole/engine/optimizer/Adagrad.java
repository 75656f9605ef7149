package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import tadpole.engine.kernel.Updates;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** Adagrad: s += g²; p -= lr / (1 + (t - 1) lrDecay) g / (sqrt(s) + eps), t from 1. Duchi et al. 2011; PyTorch's form. */
public final class Adagrad implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("adagrad", "Adagrad",
            "Divides each gradient by the root of the sum of all its squares so far: what moved much moves less.",
            List.of(
                    LearningRate.SETTING,
                    new Setting.Decimal("lrDecay", "Rate decay", 0.0, 0.0, 1.0, "",
                            "Divides the rate of step t by 1 + (t - 1) · decay. Default 0."),
                    new Setting.Decimal("initialAccumulatorValue", "First sum", 0.0, 0.0, 1e6, "",
                            "What the sums of squares begin with. Default 0."),
                    new Setting.Decimal("eps", "Epsilon", 1e-10, 0.0, 1.0, "",
                            "Keeps the division finite where gradients were 0. Default 1e-10."),
                    WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            Adagrad::new);

    private final double rateDecay;
    private final double epsilon;
    private final WeightDecay decay;
    private final Memory memory;

    private Adagrad(Settings settings) {
        rateDecay = settings.decimal("lrDecay");
        epsilon = settings.decimal("eps");
        decay = WeightDecay.of(settings);
        memory = new Memory(settings.decimal("initialAccumulatorValue"), "sum");
    }

    @Override
    public void step(Step step) {
        List<Parameter> parameters = step.parameters();
        double rate = step.rate() / (1 + (memory.begin(parameters) - 1) * rateDecay);
        for (int p = 0; p < parameters.size(); p++) {
            Updates.Adagrad rule = new Updates.Adagrad(decay.on(parameters.get(p)), rate, epsilon);
            step.device().kernels().updates().adagrad(rule, memory.weights(p), memory.of(p, 0));
            parameters.get(p).changed();
        }
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
