package tadpole.engine.language;

import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Settings that a test knows to be right. */
final class TestSettings {

    private TestSettings() {}

    static Settings of(Recipe<?> recipe, Map<String, ?> changes) {
        try {
            return recipe.settings(changes);
        } catch (SettingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
