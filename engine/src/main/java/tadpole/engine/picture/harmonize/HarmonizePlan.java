package tadpole.engine.picture.harmonize;

import java.util.List;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;

/** Every constant of a harmonization: the only place where their defaults stand. */
public final class HarmonizePlan {

    public static final Recipe<Object> RECIPE = new Recipe<>("harmonize", "Harmonization",
            "Lets a pasted object melt into a painting.",
            List.of(
                    new Setting.Decimal("tau", "Strength τ", 5.0, 0.0, 100.0, "",
                            "How strongly the painting's strokes act. 1 for Baroque and Renaissance, 5 for Impressionism, 10 for Expressionism and Cubism."),
                    new Setting.Whole("size", "Size", 190L, 32, 1024, "px box", "The longer side of the mask's box at which the work is done.")),
            new Object());

    private HarmonizePlan() {}

    /** The presets that suit a network, the one that opens first. */
    public static List<HarmonizePreset> presets(FeatureNetwork features) {
        return List.of(new HarmonizePreset("best", "Best pictures", "What gave the best pictures with this network.", RECIPE.standard().settings()));
    }
}
