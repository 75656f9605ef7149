package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Seed;

/** Every sample once, in a new random order each epoch (Fisher and Yates). */
public final class Shuffled implements Sampler {

    public static final Recipe<SamplerMaker> RECIPE = new Recipe<>("shuffled", "Shuffled",
            "Every image once an epoch, in a new random order each time.", List.of(), _ -> new Shuffled());

    @Override
    public void fill(int[] order, Seed epoch) {
        Arrays.setAll(order, i -> i);
        RandomGenerator random = epoch.generator();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }
}
