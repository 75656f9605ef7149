package tadpole.engine.training;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * How a loss plane is computed.
 *
 * @param settings of {@link #RECIPE}
 */
public record PlanePlan(Settings settings) {

    public static final Setting.Whole IMAGES = new Setting.Whole("images", "Images", 1000L, 1, 1_000_000, "",
            "Over how many training images the loss is the mean: the same ones at every point. Default 1000.");
    public static final Setting.Whole FINENESS = new Setting.Whole("fineness", "Points a side", 33L, 5, 129, "",
            "The grid has so many points a side, coarse ones first; rounded up to 9, 17, 33, 65 or 129. Default 33.");
    public static final Setting.Whole MOMENTS = new Setting.Whole("moments", "Moments", 40L, 3, 200, "",
            "How often on its way the run's weights are kept, evenly spaced. Default 40.");

    public static final Recipe<Void> RECIPE = new Recipe<>("plane", "Loss plane",
            "The loss on the plane that holds most of the way that training took.", List.of(IMAGES, FINENESS, MOMENTS), null);

    public int images() {
        return settings.whole("images");
    }

    /** Points a side: 2ⁿ + 1, at least 9. */
    public int side() {
        int side = 8;
        while (side + 1 < settings.whole("fineness")) {
            side *= 2;
        }
        return side + 1;
    }

    public int moments() {
        return settings.whole("moments");
    }
}
