package tadpole.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Every augmentation there is. */
public final class Augmentations {

    /** A new augmentation is one new file and one line here. */
    public static final List<Recipe<AugmentationMaker>> ALL =
            List.of(Flip.RECIPE, Crop.RECIPE, Shift.RECIPE, Rotate.RECIPE, Noise.RECIPE, Cutout.RECIPE);

    private Augmentations() {}

    /** Makes the steps in order, for samples whose shape no preparation changes. */
    public static List<Augmentation> make(List<Spec> specs, Shape sample) throws SettingException {
        return make(specs, sample, sample);
    }

    /**
     * Makes the steps in order.
     *
     * @param sample   shape of a sample before the preparation
     * @param prepared its shape after it
     */
    public static List<Augmentation> make(List<Spec> specs, Shape sample, Shape prepared) throws SettingException {
        List<Augmentation> steps = new ArrayList<>();
        for (Spec spec : specs) {
            AugmentationMaker maker = Recipe.find(ALL, "augmentation", spec.type()).maker();
            Augmentation step = maker.make(spec.settings(), sample);
            steps.add(step.isBeforePreparation() || prepared.equals(sample) ? step : maker.make(spec.settings(), prepared));
        }
        return List.copyOf(steps);
    }
}
