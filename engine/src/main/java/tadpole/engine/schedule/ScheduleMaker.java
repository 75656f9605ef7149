package tadpole.engine.schedule;

import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Makes a schedule from its settings. */
@FunctionalInterface
public interface ScheduleMaker {

    /** @throws SettingException in one sentence with the formula where settings do not go together */
    Schedule make(Settings settings) throws SettingException;
}
