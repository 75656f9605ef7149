package tadpole.engine.convolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.optimizer.Lbfgs;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;

/**
 * How a kernel is searched.
 *
 * @param settings  of {@link #RECIPE}
 * @param optimizer one of the engine's, with its rate
 */
public record SearchPlan(Settings settings, Spec optimizer) {

    public static final Recipe<Void> RECIPE = new Recipe<>("kernelSearch", "Learn this kernel",
            "Finds the kernel that makes the wanted picture, by gradient descent on the mean squared error of its pixels.",
            List.of(
                    new Setting.Choice("start", "Start from", "random",
                            List.of(new Setting.Option("random", "Random numbers"), new Setting.Option("zeros", "Zeros")),
                            "The kernel before the first step: as a layer starts, or all zeros. Default random."),
                    new Setting.Switch("bias", "Bias", false, "Whether a number that is added to every pixel is searched too. Default off."),
                    new Setting.Whole("steps", "Steps at most", 500L, 1, 100_000, "", "The search ends after so many steps. Default 500."),
                    new Setting.Decimal("enough", "Loss that is enough", 1e-5, 0.0, 1e9, "",
                            "The search ends below this loss, in squared pixel values: 1e-4 is 0.01 a pixel. Default 1e-5."),
                    new Setting.Whole("seed", "Seed", 1L, 0, 999_999, "", "What the random start is drawn from. Default 1.")),
            null);

    /** From a random start by L-BFGS with a line search, one iteration a step: windows of pictures are too alike for plain descent to end soon. */
    public static SearchPlan standard() {
        try {
            return new SearchPlan(RECIPE.standard().settings(), Lbfgs.RECIPE.with(Map.of("rate", 1.0, "maxIter", 1, "lineSearch", "strongWolfe",
                    "toleranceGrad", 0.0, "toleranceChange", 0.0)));
        } catch (SettingException impossible) {
            throw new IllegalStateException("The standard search is within all bounds.", impossible);
        }
    }

    /** @throws SettingException where a setting is out of its bounds */
    public SearchPlan with(Map<String, ?> given) throws SettingException {
        Map<String, Object> all = new HashMap<>(settings.asMap());
        all.putAll(given);
        return new SearchPlan(RECIPE.settings(all), optimizer);
    }

    public SearchPlan with(Spec otherOptimizer) {
        return new SearchPlan(settings, otherOptimizer);
    }

    public boolean startsRandom() {
        return settings.choice("start").equals("random");
    }

    public boolean hasBias() {
        return settings.on("bias");
    }

    public int steps() {
        return settings.whole("steps");
    }

    public double enough() {
        return settings.decimal("enough");
    }

    public int seed() {
        return settings.whole("seed");
    }
}
