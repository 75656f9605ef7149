package tadpole.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Every preparation there is. */
public final class Preparations {

    /** A new preparation is one new file and one line here. */
    public static final List<Recipe<PreparationMaker>> ALL =
            List.of(Divide.RECIPE, Normalize.RECIPE, Standardize.RECIPE, CenterCrop.RECIPE, ColorHistogram.RECIPE,
                    PolynomialFeatures.RECIPE, PointFeatures.RECIPE);

    private Preparations() {}

    /** Makes the steps in order, each measured, where it measures, on what the ones before give. */
    public static List<Preparation> make(List<Spec> specs, Split train) throws SettingException {
        List<Preparation> steps = new ArrayList<>();
        for (Spec spec : specs) {
            steps.add(Recipe.find(ALL, "preparation", spec.type()).maker().make(spec.settings(), train, List.copyOf(steps)));
        }
        return List.copyOf(steps);
    }

    /** Shape of what the steps make of samples of that shape. */
    public static Shape shape(List<Preparation> steps, Shape sample) {
        Shape shape = sample;
        for (Preparation step : steps) {
            shape = step.output(shape);
        }
        return shape;
    }

    /** The most numbers that a sample of that shape has before, between or after the steps. */
    public static int room(List<Preparation> steps, Shape sample) {
        Shape shape = sample;
        int most = sample.size();
        for (Preparation step : steps) {
            shape = step.output(shape);
            most = Math.max(most, shape.size());
        }
        return most;
    }

    /** Prepares one sample of that shape in place, with {@link #room}; what comes out stands at the beginning. */
    public static void apply(List<Preparation> steps, float[] values, Shape sample) {
        Shape shape = sample;
        for (Preparation step : steps) {
            step.apply(values, 0, shape.size());
            shape = step.output(shape);
        }
    }

    /** The shape before anything is measured on all samples: quickly. */
    public static Shape shapeOf(List<Spec> specs, Split train) throws SettingException {
        Split few = train.subset(train.size() == 0 ? new int[0] : new int[1]);
        return shape(make(specs, few), train.shape());
    }
}
