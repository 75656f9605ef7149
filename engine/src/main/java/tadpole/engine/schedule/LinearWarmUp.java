package tadpole.engine.schedule;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Rises in a straight line, then stays: PyTorch's LinearLR. */
public final class LinearWarmUp {

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("linearWarmUp", "Linear warm-up",
            "The rate rises in a straight line, then stays.",
            List.of(new Setting.Decimal("warmUp", "Warm-up", 1.0, 0.0, 100_000, "epochs", "How long the rate rises. Default 1."),
                    WarmUp.START),
            settings -> WarmUp.of(settings).before(new Constant()));

    private LinearWarmUp() {}
}
