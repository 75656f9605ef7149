package tadpole.engine.optimizer;

import tadpole.engine.recipe.Settings;

/** Makes an optimizer from its settings. */
@FunctionalInterface
public interface OptimizerMaker {

    Optimizer make(Settings settings);
}
