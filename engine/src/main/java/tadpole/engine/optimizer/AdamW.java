package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Tensor;

/** Adam with decoupled weight decay: p *= 1 - lr c before Adam's own step. Loshchilov and Hutter 2019; PyTorch's AdamW. */
public final class AdamW implements Optimizer {

    public static final Recipe<OptimizerMaker> RECIPE = new Recipe<>("adamw", "AdamW",
            "Adam whose weight decay shrinks the weights themselves: p -= lr · c · p, and then Adam's step.",
            List.of(AdamMoments.RATE, AdamMoments.BETA1, AdamMoments.BETA2, EpsilonPlace.EPSILON, EpsilonPlace.PLACE,
                    AdamMoments.AMSGRAD,
                    new Setting.Decimal("weightDecay", "Weight decay", 0.01, 0.0, 100.0, "",
                            "Shrinks weights by lr · c of themselves in every step. Default 0.01."),
                    WeightDecay.BIASES_TOO),
            AdamW::new);

    private final WeightDecay decay;
    private final AdamMoments moments;

    private AdamW(Settings settings) {
        decay = WeightDecay.of(settings);
        moments = new AdamMoments(settings);
    }

    @Override
    public void step(Step step) {
        moments.step(step, decay, true);
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
