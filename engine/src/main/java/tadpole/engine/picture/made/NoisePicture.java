package tadpole.engine.picture.made;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** Every pixel drawn on its own. */
final class NoisePicture {

    private static final String NORMAL = "normal";
    private static final String UNIFORM = "uniform";
    private static final String SALT = "saltAndPepper";

    static final Recipe<MadePicture> RECIPE = new Recipe<>("noise", "Noise",
            "Every pixel drawn on its own: a blur makes it calmer, an edge kernel answers everywhere.",
            List.of(
                    Sheet.width(128),
                    Sheet.height(128),
                    new Setting.Choice("kind", "Kind", NORMAL, List.of(
                            new Setting.Option(NORMAL, "Normal"),
                            new Setting.Option(UNIFORM, "Uniform"),
                            new Setting.Option(SALT, "Salt and pepper")), "How the values are drawn: around gray 128, evenly around it, or black and white pixels on gray."),
                    new Setting.Decimal("amount", "Amount", 0.2, 0.0, 1.0, "",
                            "Normal: deviation as a share of 255. Uniform: reach to each side, as a share of 255. Salt and pepper: share of the pixels. Default 0.2."),
                    Sheet.seed()),
            NoisePicture::make);

    private static final double GRAY = 128;

    private NoisePicture() {}

    private static Picture make(Settings settings) {
        RandomGenerator random = new Seed((Long) settings.asMap().get("seed")).derive("noise").generator();
        double amount = settings.decimal("amount");
        return Sheet.fill(RECIPE.label(), settings, switch (settings.choice("kind")) {
            case NORMAL -> (_, _) -> GRAY + 255 * amount * random.nextGaussian();
            case UNIFORM -> (_, _) -> GRAY + 255 * amount * (2 * random.nextDouble() - 1);
            default -> (_, _) -> random.nextDouble() < amount ? random.nextBoolean() ? 255 : 0 : GRAY;
        });
    }
}
