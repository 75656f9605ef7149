package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/**
 * least + (rate - least) (1 + cos(pi t / T)) / 2 with T the whole run: PyTorch's CosineAnnealingLR. Loshchilov and Hutter
 * 2017. A run that becomes longer than planned stays at the least.
 */
public final class Cosine implements Schedule {

    static final Setting LEAST = new Setting.Decimal("etaMin", "Least rate", 0.0, 0.0, 1000, "",
            "Where the rate falls to. Default 0.");

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("cosine", "Cosine",
            "The rate falls along half a cosine over the whole run: slowly, then fast, then slowly.",
            List.of(LEAST, WarmUp.EPOCHS, WarmUp.START),
            settings -> WarmUp.of(settings).before(new Cosine(settings.decimal("etaMin"))));

    private final double least;

    private Cosine(double least) {
        this.least = least;
    }

    @Override
    public Move at(Course course) {
        return course.move(fall(course.rate(), least, Math.min(1, (double) course.step() / course.steps())));
    }

    /** From one value to another along half a cosine; the share runs from 0 to 1. */
    static double fall(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }
}
