package tadpole.engine.dataset;

import java.util.List;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Makes a preparation; what is measured is measured on the training samples only. */
@FunctionalInterface
public interface PreparationMaker {

    /**
     * @param train the training samples
     * @param before the preparations that come before this one
     * @throws SettingException where the settings do not fit the samples
     */
    Preparation make(Settings settings, Split train, List<Preparation> before) throws SettingException;
}
