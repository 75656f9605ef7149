package tadpole.engine.design;

import java.util.LinkedHashMap;
import java.util.Map;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Layers written down, for those who know that their settings are within the bounds. */
final class Specs {

    private Specs() {}

    static Recipe<LayerMaker> recipe(String type) {
        try {
            return Recipe.find(Layers.ALL, "layer", type);
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    /** The default of every setting that is not given. */
    static Spec of(String type, Map<String, ?> settings) {
        try {
            return recipe(type).with(settings);
        } catch (SettingException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    static Spec of(String type) {
        return recipe(type).standard();
    }

    /** The same layer with one setting changed. */
    static Spec with(Spec spec, String key, Object value) {
        Map<String, Object> settings = new LinkedHashMap<>(spec.settings().asMap());
        settings.put(key, value);
        return of(spec.type(), settings);
    }
}
