package tadpole.engine.design;

import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.loss.Losses;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * What a network is to give in its end.
 *
 * @param classes how many the data has; 0 where numbers are to come out
 * @param target  shape of the numbers that are to come out
 */
public record Goal(Spec loss, int classes, Optional<Shape> target) {

    /** Classes, with the cross-entropy. */
    public static Goal classes(int classes) {
        return new Goal(CrossEntropy.RECIPE.standard(), classes, Optional.empty());
    }

    public static Goal of(Spec loss, Dataset dataset) {
        return new Goal(loss, dataset.classes().size(), dataset.train().target());
    }

    public int outputs() {
        return target.map(Shape::size).orElse(classes);
    }

    Recipe<LossMaker> recipe() {
        try {
            return Recipe.find(Losses.ALL, "loss", loss.type());
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    Loss make() {
        return recipe().maker().make(loss.settings());
    }
}
