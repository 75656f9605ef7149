package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Seed;

/** Each sample drawn at random from all, so that some come twice and some never: as the course's first lesson does. */
public final class WithReplacement implements Sampler {

    public static final Recipe<SamplerMaker> RECIPE = new Recipe<>("withReplacement", "With replacement",
            "Each image is drawn at random from all: some come twice in an epoch, some never.",
            List.of(), _ -> new WithReplacement());

    @Override
    public void fill(int[] order, Seed epoch) {
        RandomGenerator random = epoch.generator();
        for (int i = 0; i < order.length; i++) {
            order[i] = random.nextInt(order.length);
        }
    }
}
