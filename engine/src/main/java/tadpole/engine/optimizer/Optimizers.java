package tadpole.engine.optimizer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Every optimizer there is. */
public final class Optimizers {

    /** A new optimizer is one new file and one line here. */
    public static final List<Recipe<OptimizerMaker>> ALL = List.of(Sgd.RECIPE);

    /** The learning rate, which every optimizer has: the schedule starts from it. */
    public static final Setting.Decimal RATE = new Setting.Decimal("rate", "Learning rate", 0.01, 1e-12, 1000, "",
            "How far a step goes along the gradient. Too small creeps, too large explodes. Default 0.01.");

    private Optimizers() {}
}
