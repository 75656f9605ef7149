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

    /** Makes the steps in order, for samples of that shape. */
    public static List<Augmentation> make(List<Spec> specs, Shape sample) throws SettingException {
        List<Augmentation> steps = new ArrayList<>();
        for (Spec spec : specs) {
            steps.add(Recipe.find(ALL, "augmentation", spec.type()).maker().make(spec.settings(), sample));
        }
        return List.copyOf(steps);
    }
}
