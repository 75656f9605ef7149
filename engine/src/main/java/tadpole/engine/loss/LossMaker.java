package tadpole.engine.loss;

import tadpole.engine.recipe.Settings;

/** Makes a loss from its settings. */
@FunctionalInterface
public interface LossMaker {

    Loss make(Settings settings);
}
