package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** Dark and light squares. */
final class Checkers {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("checkerboard", "Checkerboard",
            "Dark and light squares: edges across and down, and corners where four squares meet.",
            List.of(
                    Sheet.width(64),
                    Sheet.height(64),
                    new Setting.Whole("side", "Side of a square", 8L, 1, 256, "px", "Pixels of each side. Default 8."),
                    new Setting.Whole("dark", "Dark", 32L, 0, 255, "", "Value of the dark squares. Default 32."),
                    new Setting.Whole("light", "Light", 224L, 0, 255, "", "Value of the light squares. Default 224.")),
            Checkers::make);

    private Checkers() {}

    private static Picture make(Settings settings) {
        int side = settings.whole("side");
        int dark = settings.whole("dark");
        int light = settings.whole("light");
        return Sheet.fill(RECIPE.label(), settings, (y, x) -> (y / side + x / side) % 2 == 0 ? dark : light);
    }
}
