package tadpole.engine.dataset;

import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** Makes an augmentation for samples of one shape. */
@FunctionalInterface
public interface AugmentationMaker {

    /** @throws SettingException where the settings do not fit the samples */
    Augmentation make(Settings settings, Shape sample) throws SettingException;
}
