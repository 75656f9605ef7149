package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** Every schedule there is. */
public final class Schedules {

    /** A new schedule is one new file and one line here. */
    public static final List<Recipe<ScheduleMaker>> ALL = List.of(
            Constant.RECIPE,
            LinearWarmUp.RECIPE,
            StepDecay.RECIPE,
            Exponential.RECIPE,
            Cosine.RECIPE,
            CosineRestarts.RECIPE,
            Triangular.RECIPE,
            OneCycle.RECIPE);

    private Schedules() {}
}
