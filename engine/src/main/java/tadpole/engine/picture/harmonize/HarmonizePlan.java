package tadpole.engine.picture.harmonize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.picture.finish.TotalVariationSwitch;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** Every constant of a harmonization: the only place where their defaults stand. The defaults are those of the preset that opens. */
public final class HarmonizePlan {

    private static final double MOST = 1e6;

    public static final Recipe<Object> RECIPE = new Recipe<>("harmonize", "Harmonization", "Lets a pasted object melt into a painting.", List.of(
            new Setting.Decimal("tau", "Strength τ", 5.0, 0.0, 100.0, "",
                    "How strongly the painting's strokes act. 1 for Baroque, Renaissance and Realism, 5 for Impressionism, 5 to 7 for Post-Impressionism, 10 for Expressionism and Cubism."),
            new Setting.Whole("size", "Size", 190L, 16, 1024, "px",
                    "The longer side of the object's box at which the work is done. Small: large strokes, fast. Large: fine strokes, more of the object stays."),
            new Setting.Whole("coarse", "Coarse steps", 0L, 0, 3, "",
                    "How many times the work is first done at half the size. The first picture comes sooner, strokes get larger, the object dissolves more."),
            new Setting.Whole("fine", "Fine steps", 0L, 0, 3, "",
                    "How many times pass 2 goes on at up to twice the size, as far as the painting's own, so that the last picture is sharp."),

            new Setting.Whole("iterationsFine", "Fine steps, iterations", 60L, 0, 10_000, "", "How many steps the pixels take at each larger size."),

            new Setting.Whole("iterations1", "Pass 1, iterations", 30L, 0, 10_000, "", "How many steps the pixels take in pass 1."),
            new Setting.Decimals("content1", "Pass 1, content", List.of(0.0, 0.0, 0.0, 1.0, 0.0), 0, MOST, "",
                    "How strongly the object holds its form in pass 1, at relu1_1, relu2_1, relu3_1, relu4_1, relu5_1."),
            new Setting.Decimals("style1", "Pass 1, style", List.of(0.0, 0.0, 10.0, 10.0, 10.0), 0, MOST, "",
                    "How strongly the matched patches' Gram matrices pull in pass 1, at relu1_1 to relu5_1."),
            new Setting.Decimal("smooth1", "Pass 1, smooth", 0.003, 0, MOST, "", "Weight of the total variation in pass 1: higher is smoother."),
            new Setting.Choice("form1", "Pass 1, losses", "relative", List.of(new Setting.Option("mean", "Mean squares"),
                    new Setting.Option("relative", "Relative")), "Mean squared errors, as published, suit a full VGG; relative ones suit any network."),
            new Setting.Decimal("scale1", "Pass 1, all losses times", 1e4, 1e-3, 1e9, "", "Brings the losses of content and style to a size that floats keep well."),
            new Setting.Switch("unit1", "Pass 1, gradients of length 1", false, "Brings each loss's gradient to length 1 before its weight, as pass 2 does."),

            new Setting.Whole("iterations2", "Pass 2, iterations", 160L, 0, 10_000, "", "How many steps the pixels take in pass 2."),
            new Setting.Decimals("content2", "Pass 2, content", List.of(0.0, 0.0, 0.0, 15.0, 0.0), 0, MOST, "",
                    "How strongly the object holds its form in pass 2, at relu1_1 to relu5_1. At 1 it melts with a narrow network."),
            new Setting.Decimals("style2", "Pass 2, style", List.of(1.0, 1.0, 1.0, 1.0, 0.0), 0, MOST, "τ",
                    "Times τ: how strongly the Gram matrices of the painting's chosen places pull, at relu1_1 to relu5_1."),
            new Setting.Decimals("histogram2", "Pass 2, histogram", List.of(1.0, 0.0, 0.0, 1.0, 0.0), 0, MOST, "τ",
                    "Times τ: how strongly the painting's distributions of values pull, at relu1_1 to relu5_1. Sets the colors right."),
            new Setting.Decimal("color2", "Pass 2, colors", 2.0, 0, MOST, "τ",
                    "Times τ: how strongly the pixels' colors are moved as a whole to those of the painting's chosen places. Not in the published method."),
            new Setting.Decimal("smooth2", "Pass 2, smooth", 0.1, 0, MOST, "τ", "Times τ: weight of the total variation in pass 2."),
            new Setting.Choice("automatic", "Smooth from the painting", "off", List.of(new Setting.Option("off", "Off"),
                    new Setting.Option("authors", "As the authors' program"), new Setting.Option("article", "As the article")),
                    "Takes tv0 from the painting in place of the weight of smooth: 10 for flat paint, 0 for rough. The histogram then weighs 10 - tv0."),
            new Setting.Choice("form2", "Pass 2, losses", "relative", List.of(new Setting.Option("mean", "Mean squares"),
                    new Setting.Option("relative", "Relative")), "Matters only where the gradients are not brought to length 1."),
            new Setting.Decimal("scale2", "Pass 2, all losses times", 1.0, 1e-3, 1e9, "", "Matters only where the gradients are not brought to length 1."),
            new Setting.Switch("unit2", "Pass 2, gradients of length 1", true,
                    "Brings each loss's gradient to length 1 before its weight: weights then suit every picture. Off: losses are summed."),
            new Setting.Choice("start2", "Pass 2 begins with", "composite", List.of(new Setting.Option("composite", "The composite"),
                    new Setting.Option("pass1", "The result of pass 1")), "Pass 1 always says where the painting is matched; here it is also what pass 2 begins with."),
            new Setting.Decimal("patches2", "Pass 2 begins with patches", 0.06, 0, 1, "τ",
                    "Times τ, at most 0.8: share of the painting's own pixels, from where it was matched, in what pass 2 begins with. Bold strokes from the start; not in the published method."),
            new Setting.Switch("counts2", "Style scaled to the mask", true,
                    "Scales the painting's style by the count of its places, so that few and many compare. Off: the article's failed picture."),
            new Setting.Switch("histogramCounts", "Histograms scaled to the mask", true, "Scales the painting's histograms to the count of the object's places."),
            new Setting.Choice("histogramRange", "Histogram between", "painting", List.of(new Setting.Option("painting", "The painting's least and greatest"),
                    new Setting.Option("picture", "The picture's least and greatest")), "Between which values the 256 bins lie when a rank is turned into a value."),
            new Setting.Whole("matched2", "Pass 2 matches at block", 4L, 1, 5, "", "4 is relu4_1, as published. A network that knows little matches better at 3."),
            new Setting.Switch("centered", "Matches about the mean", false,
                    "Takes the painting's mean off all maps before they are matched: what all places have in common then says nothing. Not in the published method."),
            new Setting.Decimal("matchedColors", "Matches by color", 0.0, 0, 100, "",
                    "How much likeness of color counts beside likeness of maps when places are matched for pass 2: 1 is as much. A network that knows little then takes red from what is reddest. Not in the published method."),
            new Setting.Switch("refine", "Refine the matches", true, "Lets neighbors agree on where in the painting they come from, once, before pass 2."),
            new Setting.Whole("window", "Refinement's radius", 2L, 1, 5, "", "2 is a window of 5 by 5 places."),
            new Setting.Choice("measured", "Refinement measured on", "colors", List.of(new Setting.Option("colors", "The painting's colors"),
                    new Setting.Option("maps", "The painting's maps")), "The program measures colors, the paper says maps. Hardly to be seen."),

            new Setting.Choice("optimizer", "Optimizer", "lbfgs", List.of(new Setting.Option("lbfgs", "L-BFGS"), new Setting.Option("adam", "Adam")),
                    "L-BFGS needs fewer steps; Adam is never thrown off."),
            new Setting.Decimal("rate1", "Pass 1, rate", 1.0, 1e-4, 100, "", "Share of an L-BFGS step that is taken; gray levels a step for Adam."),
            new Setting.Decimal("rate2", "Pass 2, rate", 0.1, 1e-4, 100, "", "Share of an L-BFGS step that is taken; gray levels a step for Adam."),
            new Setting.Whole("history", "L-BFGS, history", 20L, 1, 200, "", "How many past steps L-BFGS keeps. Each costs two pictures of memory."),
            new Setting.Switch("guarded", "L-BFGS, guarded", true, "Holds steps short where the history misleads. Off: as the program, which suits a full VGG."),
            new Setting.Decimal("firstStep", "L-BFGS, first step", 1.0, 1e-3, 255, "levels", "The most that a pixel moves in the first step."),
            new Setting.Decimal("stepCap", "L-BFGS, longest step", 20.0, 1e-3, 255, "levels", "The most that a pixel moves in any step."),

            new Setting.Decimal("ragged", "Edge along the strokes", 0.0, 0, 10, "%",
                    "How far, in percent of the picture's longer side, the object's edge may follow the painting's strokes. 0: the mask's own edge. Not in the published method."),
            new Setting.Switch("detail", "Detail from the painting", true,
                    "Where the work is done smaller than the painting, its fine detail comes from the painting's patches that look alike."),
            new Setting.Switch("finish", "Finish", true, "Takes the noise of colors off and gives the object the painting's own grain."),
            new Setting.Whole("guideRadius", "Finish, guide's reach", 2L, 0, 32, "px", "Colors are smoothed this far along the composite's light and dark: 2 is a window of 5 by 5."),
            new Setting.Decimal("guideEpsilon", "Finish, guide's epsilon", 0.01, 1e-9, 10, "", "Higher smooths colors over more of the composite's edges."),
            new Setting.Whole("patchRadius", "Finish, patch's reach", 3L, 0, 15, "px", "3 is a patch of 7 by 7 pixels, looked for in the painting."),
            new Setting.Whole("rounds", "Finish, PatchMatch rounds", 6L, 0, 50, "", "How often neighbors tell each other their patches; 0 leaves the patches out."),
            new Setting.Decimal("detailSigma", "Finish, detail's sigma", 1.0, 0.1, 10, "px", "What is finer than this is kept from the result, the rest comes from the painting's patches."),
            new Setting.Whole("seed", "Finish, seed", 1L, 0, Integer.MAX_VALUE, "", "Of PatchMatch's random search."),

            new Setting.Whole("margin1", "Pass 1, margin", 32L, 0, 256, "px", "How much around the mask's box is computed in pass 1: what the maps at the box's edge see."),
            new Setting.Whole("margin2", "Pass 2, margin", 24L, 0, 256, "px", "How much around the mask's box is computed in pass 2."),
            new Setting.Whole("sharesEvery", "Measure shares every", 20L, 0, 10_000, "iterations",
                    "How often the pull of each loss is measured, which costs a way back through the network for each. 0 for never.")),
            new Object());

    private HarmonizePlan() {}

    /** The presets that suit a network, the one that opens first. */
    public static List<HarmonizePreset> presets(FeatureNetwork features) {
        return List.of(new HarmonizePreset("best", "Best pictures", "What gave the best pictures with networks like this one.", with(best(features))),
                new HarmonizePreset("authors", "The authors' program", "As the program of Luan and others really works; made for a full VGG-19.", with(authors())),
                new HarmonizePreset("article", "The article", "As the lesson's article tells it: losses summed; made for a full VGG-16.", with(article())));
    }

    /** A network without maps of 16 pixels per place, such as the bundled one, knows little: colors help it to find its like. */
    private static Map<String, Object> best(FeatureNetwork features) {
        boolean deep = features.pixelsPerPlace(LayerChoice.of(features, LayerChoice.LAYERS.size() - 1)) >= 16;
        return deep ? Map.of() : small();
    }

    private static Map<String, Object> small() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("size", 125L);
        given.put("iterations1", 12L);
        given.put("iterations2", 90L);
        given.put("matched2", 3L);
        given.put("matchedColors", 3.0);
        given.put("refine", false);
        given.put("content2", List.of(0, 2, 10, 10, 0));
        given.put("color2", 0.7);
        given.put("patches2", 0.08);
        given.put("smooth2", 0.04);
        given.put("ragged", 0.8);
        return given;
    }

    private static Map<String, Object> authors() {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("size", 700L);
        given.put("fine", 0L);
        given.put("iterations1", 1000L);
        given.put("content1", List.of(0, 0, 0, 5, 0));
        given.put("style1", List.of(0, 0, 100, 100, 100));
        given.put("smooth1", 1e-3);
        given.put("form1", "mean");
        given.put("scale1", 1.0);
        given.put("iterations2", 1000L);
        given.put("content2", List.of(0, 0, 0, 1, 0));
        given.put("color2", 0.0);
        given.put("patches2", 0.0);
        given.put("detail", false);
        given.put("automatic", "authors");
        given.put("form2", "mean");
        given.put("history", 100L);
        given.put("guarded", false);
        given.put("margin1", 80L);
        given.put("margin2", 48L);
        given.put("coarse", 0L);
        given.put("unit1", false);
        given.put("unit2", true);
        given.put("style2", List.of(1, 1, 1, 1, 0));
        given.put("histogram2", List.of(1, 0, 0, 1, 0));
        given.put("start2", "composite");
        given.put("counts2", true);
        given.put("histogramCounts", true);
        given.put("histogramRange", "painting");
        given.put("matched2", 4L);
        given.put("matchedColors", 0.0);
        given.put("centered", false);
        given.put("refine", true);
        given.put("window", 2L);
        given.put("measured", "colors");
        given.put("optimizer", "lbfgs");
        given.put("rate1", 1.0);
        given.put("rate2", 0.1);
        given.put("ragged", 0.0);
        given.put("finish", true);
        given.put("guideRadius", 2L);
        given.put("guideEpsilon", 0.01);
        given.put("patchRadius", 3L);
        given.put("rounds", 6L);
        given.put("detailSigma", 1.0);
        return given;
    }

    private static Map<String, Object> article() {
        Map<String, Object> given = authors();
        double third = 100.0 / 3;
        given.put("style1", List.of(0, 0, third, third, third));
        given.put("automatic", "article");
        given.put("unit2", false);
        given.put("histogramRange", "picture");
        return given;
    }

    private static Settings with(Map<String, Object> given) {
        try {
            return RECIPE.settings(given);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A preset is out of its own bounds.", impossible);
        }
    }

    /** tv0 of a painting as the authors' program takes it: 10 for flat paint, where pixels should be smoothed, 0 for rough. */
    public static double smoothFrom(Picture painting) {
        try (Device device = Device.plain()) {
            return TotalVariationSwitch.authors(painting, device);
        }
    }

    /** tv0 of a painting as the article takes it. */
    public static double articlesSmoothFrom(Picture painting) {
        try (Device device = Device.plain()) {
            return TotalVariationSwitch.article(painting, device);
        }
    }
}
