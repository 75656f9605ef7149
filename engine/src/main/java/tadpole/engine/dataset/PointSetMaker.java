package tadpole.engine.dataset;

import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Makes samples from settings alone: the same settings give the same samples to the last bit. */
@FunctionalInterface
public interface PointSetMaker {

    /** @throws SettingException where the settings do not fit each other */
    PointSet make(Settings settings) throws SettingException;
}
