package tadpole.engine.optimizer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Every optimizer there is. */
public final class Optimizers {

    /** A new optimizer is one new file and one line here. */
    public static final List<Recipe<OptimizerMaker>> ALL = List.of(
            Sgd.RECIPE,
            Momentum.RECIPE,
            Nesterov.RECIPE,
            RmsProp.RECIPE,
            Adagrad.RECIPE,
            Adadelta.RECIPE,
            Adam.RECIPE,
            AdamW.RECIPE,
            Lbfgs.RECIPE,
            ConjugateGradient.RECIPE);

    /** The learning rate, which every optimizer has with a default of its own: the schedule starts from it. */
    public static final Setting.Decimal RATE = LearningRate.SETTING;

    private Optimizers() {}
}
