package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import tadpole.engine.kernel.Updates;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * Adadelta: s = rho s + (1 - rho) g²; d = sqrt(a + eps) / sqrt(s + eps) g; a = rho a + (1 - rho) d²; p -= lr d. Zeiler 2012, with
 * PyTorch's learning rate in front, 1 by default.
 */
public final class Adadelta implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("adadelta", "Adadelta",
            "Scales each gradient by how far the parameter usually moved over how large its gradient usually was.",
            List.of(
                    LearningRate.of(1.0, "1", "Scales what the rule gives by itself."),
                    new Setting.Decimal("rho", "Rho", 0.9, 0.0, 0.99999, "",
                            "How slowly both means of squares move. Default 0.9."),
                    new Setting.Decimal("eps", "Epsilon", 1e-6, 1e-30, 1.0, "",
                            "Inside both roots: it is what the first steps are made of. Default 1e-6."),
                    WeightDecay.COEFFICIENT,
                    WeightDecay.BIASES_TOO),
            Adadelta::new);

    private final double rho;
    private final double epsilon;
    private final WeightDecay decay;
    private final Memory memory = new Memory("square_avg", "acc_delta");

    private Adadelta(Settings settings) {
        rho = settings.decimal("rho");
        epsilon = settings.decimal("eps");
        decay = WeightDecay.of(settings);
    }

    @Override
    public void step(Step step) {
        List<Parameter> parameters = step.parameters();
        memory.begin(parameters);
        for (int p = 0; p < parameters.size(); p++) {
            Updates.Adadelta rule = new Updates.Adadelta(decay.on(parameters.get(p)), rho, step.rate(), epsilon);
            step.device().kernels().updates().adadelta(rule, memory.weights(p), memory.of(p, 0), memory.of(p, 1));
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
