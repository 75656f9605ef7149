package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Tensor;

/**
 * Adam, with weight decay added to the gradient (L2) as PyTorch's. Kingma and Ba 2015; AMSGrad of Reddi et al. 2018. PyTorch
 * puts eps outside of the root; the lesson's place inside is a setting.
 */
public final class Adam implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("adam", "Adam",
            "The mean gradient over the root of the mean square, both freed from their start at 0: p -= lr · m / (sqrt(v) + eps).",
            List.of(AdamMoments.RATE, AdamMoments.BETA1, AdamMoments.BETA2, EpsilonPlace.EPSILON, EpsilonPlace.PLACE,
                    AdamMoments.AMSGRAD, WeightDecay.COEFFICIENT, WeightDecay.BIASES_TOO),
            Adam::new);

    private final WeightDecay decay;
    private final AdamMoments moments;

    private Adam(Settings settings) {
        decay = WeightDecay.of(settings);
        moments = new AdamMoments(settings);
    }

    @Override
    public void step(Step step) {
        moments.step(step, decay, false);
    }

    @Override
    public OptionalDouble momentum() {
        return moments.momentum();
    }

    @Override
    public Map<String, Tensor> state() {
        return moments.state();
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        moments.restore(state);
    }

    @Override
    public boolean remembers(String name) {
        return moments.remembers(name);
    }
}
