package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** From black at the left to white at the right. */
final class GrayRamp {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("ramp", "Gray ramp",
            "From black to white in even steps: a slope that blurring leaves as it is and that edge kernels answer with one number.",
            List.of(
                    Sheet.width(256),
                    Sheet.height(64),
                    new Setting.Whole("steps", "Gray values", 256L, 2, 256, "", "How many values there are from 0 to 255. Few make stairs. Default 256.")),
            GrayRamp::make);

    private GrayRamp() {}

    private static Picture make(Settings settings) {
        int width = settings.whole("width");
        int steps = settings.whole("steps");
        return Sheet.fill(RECIPE.label(), settings, (_, x) -> 255.0 * Math.min(steps - 1, x * steps / width) / (steps - 1));
    }
}
