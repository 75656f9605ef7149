package tadpole.engine.parity;

import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** A recipe by its type, with the settings that are not at their default. */
public record Part(String type, Map<String, Object> settings) {

    public static Part of(String type) {
        return new Part(type, Map.of());
    }

    public static Part of(String type, Map<String, Object> settings) {
        return new Part(type, settings);
    }

    <M> Spec spec(List<Recipe<M>> all) {
        try {
            return Recipe.find(all, "recipe", type).with(settings);
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }

    <M> Recipe<M> recipe(List<Recipe<M>> all) {
        try {
            return Recipe.find(all, "recipe", type);
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
