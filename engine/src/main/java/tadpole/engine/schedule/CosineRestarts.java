package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * Cosines one after the other, each tMult times as long as the one before: PyTorch's CosineAnnealingWarmRestarts.
 * Loshchilov and Hutter 2017, equation 5.
 */
public final class CosineRestarts implements Schedule {

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("cosineRestarts", "Cosine with restarts",
            "The rate falls along half a cosine, jumps back up and falls again, each time more slowly.",
            List.of(
                    new Setting.Decimal("t0", "First fall", 10.0, 1e-3, 100_000, "epochs", "How long the first fall takes. Default 10."),
                    new Setting.Whole("tMult", "Longer by", 2L, 1, 10, "times",
                            "How many times as long each fall takes as the one before. Default 2."),
                    Cosine.LEAST,
                    WarmUp.EPOCHS,
                    WarmUp.START),
            settings -> WarmUp.of(settings).before(new CosineRestarts(settings)));

    private final double first;
    private final int longer;
    private final double least;

    private CosineRestarts(Settings settings) {
        first = settings.decimal("t0");
        longer = settings.whole("tMult");
        least = settings.decimal("etaMin");
    }

    @Override
    public Move at(Course course) {
        double since = course.epochs();
        double length = first;
        if (longer == 1) {
            since %= length;
        }
        while (since >= length) {
            since -= length;
            length *= longer;
        }
        return course.move(Cosine.fall(course.rate(), least, since / length));
    }
}
