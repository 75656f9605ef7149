package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * rate gamma^(epochs - from), a little every batch; once an epoch it is PyTorch's ExponentialLR. Before {@code from} the
 * rate stays: char-rnn decays by 0.97 from its 10th epoch on.
 */
public final class Exponential implements Schedule {

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("exponential", "Exponential",
            "The rate falls by the same factor in every epoch.",
            List.of(
                    new Setting.Decimal("gamma", "Factor an epoch", 0.95, 1e-6, 1.0, "",
                            "What the rate is multiplied with in an epoch. Default 0.95."),
                    new Setting.Decimal("from", "From epoch", 0.0, 0.0, 100_000, "epochs", "How long the rate stays first. Default 0."),
                    new Setting.Switch("stairs", "Once an epoch", false,
                            "On: falls at the end of each epoch, as PyTorch's ExponentialLR. Off: a little after every batch."),
                    WarmUp.EPOCHS,
                    WarmUp.START),
            settings -> WarmUp.of(settings).before(new Exponential(settings)));

    private final double gamma;
    private final double from;
    private final boolean stairs;

    private Exponential(Settings settings) {
        gamma = settings.decimal("gamma");
        from = settings.decimal("from");
        stairs = settings.on("stairs");
    }

    @Override
    public Move at(Course course) {
        double epochs = Math.max(0, (stairs ? Math.floor(course.epochs()) : course.epochs()) - from);
        return course.move(course.rate() * Math.pow(gamma, epochs));
    }
}
