package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** Every sampler there is. */
public final class Samplers {

    /** A new sampler is one new file and one line here. */
    public static final List<Recipe<SamplerMaker>> ALL =
            List.of(Shuffled.RECIPE, InOrder.RECIPE, WithReplacement.RECIPE);

    private Samplers() {}
}
