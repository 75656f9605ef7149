package tadpole.engine.dataset;

import tadpole.engine.recipe.Settings;

/** Makes a sampler from its settings. */
@FunctionalInterface
public interface SamplerMaker {

    Sampler make(Settings settings);
}
