package tadpole.engine.optimizer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Parameter;

/** Stochastic gradient descent: p -= lr (g + c p). Robbins and Monro 1951; weight decay as in PyTorch. */
public final class Sgd implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("sgd", "SGD",
            "Steps straight down the gradient of the batch: p -= lr · gradient.",
            List.of(LearningRate.SETTING, WeightDecay.COEFFICIENT, WeightDecay.BIASES_TOO),
            settings -> new Sgd(WeightDecay.of(settings)));

    private final WeightDecay decay;

    private Sgd(WeightDecay decay) {
        this.decay = decay;
    }

    @Override
    public void step(Step step) {
        decay.addTo(step.parameters(), step.device());
        for (Parameter parameter : step.parameters()) {
            step.device().kernels().axpy((float) -step.rate(), parameter.gradient().data(), parameter.value().data(), parameter.size());
            parameter.changed();
        }
    }
}
