package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** The same rate at every step. */
public final class Constant implements Schedule {

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("constant", "Constant",
            "The learning rate stays as it is.", List.of(), _ -> new Constant());

    @Override
    public Move at(Course course) {
        return course.move(course.rate());
    }
}
