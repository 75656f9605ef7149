package tadpole.engine.optimizer;

import tadpole.engine.recipe.Setting;

/**
 * The setting that every optimizer has. It stands apart from {@link Optimizers}, which cannot be loaded before the
 * optimizers it lists.
 */
final class LearningRate {

    static final Setting.Decimal SETTING = of(0.01, "0.01",
            "How far a step goes along the gradient. Too small creeps, too large explodes.");

    private LearningRate() {}

    /**
     * The same setting with a default of its own.
     *
     * @param written as people write the default
     */
    static Setting.Decimal of(double standard, String written, String help) {
        return new Setting.Decimal("rate", "Learning rate", standard, 1e-12, 1000, "", help + " Default " + written + ".")
                .with("a step is p -= %s · direction");
    }
}
