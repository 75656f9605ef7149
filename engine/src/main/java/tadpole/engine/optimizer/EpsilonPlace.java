package tadpole.engine.optimizer;

import java.util.List;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * The small number that keeps a division by a root finite.
 *
 * @param inside  added before the root is taken
 * @param outside added to the root
 */
record EpsilonPlace(double inside, double outside) {

    static final Setting EPSILON = new Setting.Decimal("eps", "Epsilon", 1e-8, 0.0, 1.0, "",
            "Keeps the division finite where gradients were 0. Default 1e-8.");

    static final Setting PLACE = new Setting.Choice("epsPlace", "Epsilon stands", "outside",
            List.of(new Setting.Option("outside", "Outside of the root"), new Setting.Option("inside", "Inside the root")),
            "Outside: sqrt(n) + eps, as in PyTorch. Inside: sqrt(n + eps), as in some lessons.");

    static EpsilonPlace of(Settings settings) {
        double epsilon = settings.decimal("eps");
        return settings.choice("epsPlace").equals("inside") ? new EpsilonPlace(epsilon, 0) : new EpsilonPlace(0, epsilon);
    }
}
