package tadpole.benchmarks.workload;

import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Picks recipes with settings that are known to be good. */
public final class Specs {

    private Specs() {}

    public static Spec of(Recipe<?> recipe, Map<String, ?> settings) {
        try {
            return recipe.with(settings);
        } catch (SettingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }
}
