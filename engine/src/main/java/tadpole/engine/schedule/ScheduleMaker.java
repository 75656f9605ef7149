package tadpole.engine.schedule;

import tadpole.engine.recipe.Settings;

/** Makes a schedule from its settings. */
@FunctionalInterface
public interface ScheduleMaker {

    Schedule make(Settings settings);
}
