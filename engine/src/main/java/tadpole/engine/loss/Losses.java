package tadpole.engine.loss;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** Every loss there is. */
public final class Losses {

    /** A new loss is one new file and one line here. */
    public static final List<Recipe<LossMaker>> ALL = List.of(
            CrossEntropy.RECIPE,
            ProbabilityCrossEntropy.RECIPE,
            NegativeLogLikelihood.RECIPE,
            MeanSquaredError.RECIPE,
            SigmoidCrossEntropy.RECIPE,
            SumOfSquares.RECIPE,
            Hinge.RECIPE);

    private Losses() {}
}
