package tadpole.benchmarks.workload;

import java.util.Map;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Layers as experiment files name them. */
public final class Specs {

    private Specs() {}

    public static Spec layer(String type) {
        return layer(type, Map.of());
    }

    public static Spec layer(String type, Map<String, ?> settings) {
        try {
            return Recipe.find(Layers.ALL, "layer", type).with(settings);
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
