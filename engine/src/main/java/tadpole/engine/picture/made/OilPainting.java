package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** A valley in thick oil: long strokes that swirl in the sky and follow the furrows. */
final class OilPainting {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("oil", "Valley in oil",
            "Fields and a village under a windy sky, in long thick strokes: a painting to melt things into.", PaintedSizes.SETTINGS, OilPainting::make);

    private static final Brush BRUSH = new Brush(new double[] {13, 7, 4}, 9, 1.9, 42, 13, 0.85, 0.5);

    private OilPainting() {}

    private static Picture make(Settings settings) {
        Seed seed = PaintedSizes.seed(settings);
        Painting painting = PaintedSizes.blank(settings);
        new Valley(seed.derive("valley")).onto(painting);
        Picture seen = painting.picture("valley");
        ValueNoise wind = new ValueNoise(seed.derive("wind"));
        Flow flow = new Flow(seen, 5, (x, y) -> y < 0.5 ? 7 * wind.at(1.6 * x, 2.2 * y) : -0.25 + 0.6 * (x - 0.7), 220);
        return new BrushWork(seen, flow, BRUSH, Tone.of(120, 98, 70), seed).paint("valley in oil", seed);
    }
}
