package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** What can be set on every made painting. */
final class PaintedSizes {

    static final List<Setting> SETTINGS = List.of(Sheet.width(640), Sheet.height(480), Sheet.seed());

    private PaintedSizes() {}

    static Seed seed(Settings settings) {
        return new Seed((Long) settings.asMap().get("seed"));
    }

    static Painting blank(Settings settings) {
        return new Painting(settings.whole("height"), settings.whole("width"));
    }
}
