package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;


/** Every constant of a style transfer: the only place where their defaults stand. */
public final class StylePlan {

    /** The keys that a person changes first; all others are for experts. */
    public static final List<String> MAIN = List.of("size", "style", "content", "styleScale", "keepColors");

    public static final Recipe<Object> RECIPE = new Recipe<>("style", "Style transfer", "Paints a picture in the style of others.", settings(), new Object());

    private StylePlan() {}

    /** The presets that suit a network, the one that opens first. */
    public static List<StylePreset> presets(FeatureNetwork features) {
        List<StylePreset> presets = new ArrayList<>();
        presets.add(new StylePreset("best", "Best pictures", "Means and covariances at two scales, with the colors themselves: what looked best with narrow networks.",
                RECIPE.standard().settings()));
        presets.add(preset("abstract", "Abstract", "Begins smaller and holds the content less: larger, freer shapes.",
                Map.of("levels", 3L, "iterations", 150L, "iterationsThen", 70L, "content", 0.5, "content22", 0.0)));
        StylePreset gatys = preset("gatys", "Gatys", "The published weights: content 5, style 100, total variation 0.001. They are meant for a VGG of full width.", gatys());
        presets.add(isFull(features) ? 0 : presets.size(), gatys);
        return List.copyOf(presets);
    }

    private static boolean isFull(FeatureNetwork features) {
        return features.has("relu1_1") && features.has("relu4_2") && features.channels("relu1_1") == 64;
    }

    private static StylePreset preset(String key, String label, String about, Map<String, Object> given) {
        try {
            return new StylePreset(key, label, about, RECIPE.settings(given));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A preset is out of bounds.", impossible);
        }
    }

    private static Map<String, Object> gatys() {
        Map<String, Object> given = new HashMap<>(Map.of("loss", "gram", "style", 100.0, "content", 5.0, "smooth", 1e-3, "color", 0.0, "range", 0.0, "scales", 1L));
        given.putAll(Map.of("style42", 0.0, "style51", 1.0, "stylePixels", 0.0, "content22", 0.0, "content32", 0.0, "content42", 1.0));
        given.putAll(Map.of("levels", 1L, "iterations", 300L, "history", 100L, "styleScale", 1.0));
        return given;
    }

    private static List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        all.add(new Setting.Whole("size", "Size", 256L, 32, 1024, "px", "The longer side of the picture that is painted."));
        all.add(weight("style", "Style strength", 1.0, "How strongly the style acts; 1 is normal for relative losses."));
        all.add(weight("content", "Content strength", 1.0, "How strongly the picture holds on to what it shows. Less makes it more abstract."));
        all.add(new Setting.Decimal("styleScale", "Style scale", 1.5, 0.25, 4.0, "×",
                "How large the style picture is beside the content: 2 gives strokes twice as large."));
        all.add(new Setting.Switch("keepColors", "Keep the colors", false,
                "Takes only the brightness from the painting: the content's own colors stay. Both pictures are looked at in gray, the style's brightness brought to the content's mean and deviation."));
        all.add(new Setting.Choice("start", "Start from", "content", List.of(new Setting.Option("content", "The content"), new Setting.Option("noise", "Noise")),
                "From the content the result keeps its composition; from noise the style has more freedom."));
        all.add(new Setting.Whole("seed", "Seed", 0L, 0, 1_000_000, "", "Which noise it starts from."));
        all.add(new Setting.Whole("levels", "Sizes", 2L, 1, 4, "", "Coarse to fine: how often the size doubles on the way. A small picture gives large strokes and stands soon."));
        all.add(new Setting.Whole("iterations", "Iterations, first size", 120L, 1, 5000, "", "At the smallest size."));
        all.add(new Setting.Whole("iterationsThen", "Iterations, further sizes", 50L, 1, 5000, "", "At each larger size."));
        all.add(new Setting.Choice("optimizer", "Optimizer", "lbfgs", List.of(new Setting.Option("lbfgs", "L-BFGS"), new Setting.Option("adam", "Adam")),
                "L-BFGS needs fewer iterations, Adam less memory."));
        all.add(new Setting.Decimal("rate", "Rate of L-BFGS", 1.0, 0.01, 2.0, "", "Length of its steps; each is capped at 20 gray levels."));
        all.add(new Setting.Whole("history", "History", 20L, 1, 100, "steps", "How many steps L-BFGS remembers; each takes twice the picture's memory."));
        all.add(new Setting.Decimal("rateAdam", "Rate of Adam", 5.0, 0.01, 50.0, "gray levels", "Length of its steps."));
        all.add(new Setting.Choice("loss", "Style loss", "covariance", List.of(new Setting.Option("covariance", "Mean and covariance"),
                new Setting.Option("relative", "Gram, relative"), new Setting.Option("gram", "Gram, as published")),
                "Relative losses mean the same for every network. As published: mean squared errors of Gram matrices and maps, and sums over the pixels."));
        all.add(new Setting.Whole("scales", "Style at", 2L, 1, 3, "scales", "The style is compared at the picture's size, at half of it, and so on: more make larger strokes."));
        all.add(weight("style11", "Style relu1_1", 1.0, "Share of this layer: colors and the finest grain."));
        all.add(weight("style21", "Style relu2_1", 1.0, "Share of this layer: short strokes."));
        all.add(weight("style31", "Style relu3_1", 1.0, "Share of this layer: strokes."));
        all.add(weight("style41", "Style relu4_1", 1.0, "Share of this layer: larger forms."));
        all.add(weight("style42", "Style relu4_2", 1.0, "Share of this layer: larger forms."));
        all.add(weight("style51", "Style relu5_1", 0.0, "Share of this layer: the largest forms."));
        all.add(weight("stylePixels", "Style of the pixels", 2.0, "Share of the colors themselves, red, green and blue."));
        all.add(weight("content22", "Content relu2_2", 0.5, "Share of this layer: edges and details."));
        all.add(weight("content32", "Content relu3_2", 0.5, "Share of this layer: parts."));
        all.add(weight("content42", "Content relu4_2", 0.0, "Share of this layer: things."));
        all.add(weight("smooth", "Total variation", 0.5, "Smooths: squared differences of neighboring pixels."));
        all.add(weight("color", "Colors", 5.0, "Brings the cloud of colors to the style's: sorted projections on 13 directions."));
        all.add(weight("range", "Range", 1.0, "Keeps pixels between black and white."));
        all.add(new Setting.Whole("sharesEvery", "Measure shares every", 20L, 0, 10_000, "iterations",
                "How often it is measured how much each loss pulls; 0 never. It takes one more way back for each loss and changes nothing else."));
        return all;
    }

    private static Setting weight(String key, String label, double standard, String help) {
        return new Setting.Decimal(key, label, standard, 0, 1e6, "", help);
    }

}
