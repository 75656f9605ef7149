package tadpole.engine.optimizer;

import tadpole.engine.recipe.Setting;

/**
 * The setting that every optimizer has. It stands apart from {@link Optimizers}, which cannot be loaded before the
 * optimizers it lists.
 */
final class LearningRate {

    static final Setting.Decimal SETTING = new Setting.Decimal("rate", "Learning rate", 0.01, 1e-12, 1000, "",
            "How far a step goes along the gradient. Too small creeps, too large explodes. Default 0.01.");

    private LearningRate() {}
}
