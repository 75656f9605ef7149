package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** Every data set that is made from settings, without a file. */
public final class PointSets {

    /** A new one is one new file and one line here. */
    public static final List<Recipe<PointSetMaker>> ALL = List.of(
            Spiral.RECIPE,
            Circles.RECIPE,
            Moons.RECIPE,
            Blobs.RECIPE,
            Xor.RECIPE,
            Checkerboard.RECIPE,
            OwnPoints.RECIPE,
            PolynomialCurve.RECIPE,
            OwnPairs.RECIPE,
            RandomRegression.RECIPE);

    private PointSets() {}

    /**
     * The data set of those settings; its title says them in words.
     *
     * @param key what experiments call it
     * @throws SettingException where the settings do not fit each other
     */
    public static Dataset make(String key, Spec spec) throws SettingException {
        return Recipe.find(ALL, "made data set", spec.type()).maker().make(spec.settings()).dataset(key, Optional.of(spec));
    }
}
