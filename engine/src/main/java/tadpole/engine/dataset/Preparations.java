package tadpole.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Every preparation there is. */
public final class Preparations {

    /** A new preparation is one new file and one line here. */
    public static final List<Recipe<PreparationMaker>> ALL = List.of(Divide.RECIPE, Normalize.RECIPE, Standardize.RECIPE);

    private Preparations() {}

    /** Makes the steps in order, each measured, where it measures, on what the ones before give. */
    public static List<Preparation> make(List<Spec> specs, Split train) throws SettingException {
        List<Preparation> steps = new ArrayList<>();
        for (Spec spec : specs) {
            steps.add(Recipe.find(ALL, "preparation", spec.type()).maker().make(spec.settings(), train, List.copyOf(steps)));
        }
        return List.copyOf(steps);
    }
}
