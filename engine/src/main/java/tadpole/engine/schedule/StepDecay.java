package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** rate gamma^floor(epochs / stepSize): PyTorch's StepLR, asked once an epoch. */
public final class StepDecay implements Schedule {

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("step", "Step",
            "The rate falls by a factor every so many epochs and stays in between.",
            List.of(
                    new Setting.Decimal("stepSize", "Falls every", 10.0, 1e-3, 100_000, "epochs",
                            "How long the rate stays before it falls. Default 10."),
                    new Setting.Decimal("gamma", "Factor", 0.1, 1e-6, 1.0, "", "What the rate is multiplied with. Default 0.1."),
                    WarmUp.EPOCHS,
                    WarmUp.START),
            settings -> WarmUp.of(settings).before(new StepDecay(settings.decimal("stepSize"), settings.decimal("gamma"))));

    private final double size;
    private final double gamma;

    private StepDecay(double size, double gamma) {
        this.size = size;
        this.gamma = gamma;
    }

    @Override
    public Move at(Course course) {
        return course.move(course.rate() * Math.pow(gamma, Math.floor(course.epochs() / size)));
    }
}
