package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** White pixels on black. */
final class Dots {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("dots", "One white dot",
            "A single white pixel on black: its output is the kernel itself, turned by 180 degrees, times 255.",
            List.of(
                    Sheet.width(15),
                    Sheet.height(15),
                    new Setting.Whole("apart", "Apart", 0L, 0, 512, "px",
                            "A dot every so many pixels; 0 is one dot in the middle. Default 0.")),
            Dots::make);

    private Dots() {}

    private static Picture make(Settings settings) {
        int middleY = settings.whole("height") / 2;
        int middleX = settings.whole("width") / 2;
        int apart = settings.whole("apart");
        String name = apart == 0 ? "one white dot" : "white dots, %d apart".formatted(apart);
        return Sheet.fill(name, settings, (y, x) -> isDot(y - middleY, x - middleX, apart) ? 255 : 0);
    }

    private static boolean isDot(int down, int along, int apart) {
        return apart == 0 ? down == 0 && along == 0 : down % apart == 0 && along % apart == 0;
    }
}
