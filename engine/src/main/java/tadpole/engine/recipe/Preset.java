package tadpole.engine.recipe;

import java.util.Map;

/**
 * Settings that belong together under a name of their own, such as a published choice. It only fills them: what an
 * experiment file says is the settings alone.
 *
 * @param label    its name in the window
 * @param help     one sentence: whose choice it is
 * @param settings those away from their default
 */
public record Preset(String label, String help, Map<String, Object> settings) {

    public Preset {
        settings = Map.copyOf(settings);
    }

    /**
     * All settings of the recipe, filled.
     *
     * @throws IllegalArgumentException where it is no preset of that recipe
     */
    public Spec of(Recipe<?> recipe) {
        try {
            return recipe.with(settings);
        } catch (SettingException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }
}
