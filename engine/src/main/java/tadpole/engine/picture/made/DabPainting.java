package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** A harbor in short dabs of many colors. */
final class DabPainting {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("dabs", "Harbor in dabs",
            "Boats on morning water, in short dabs of pure color beside each other: light mixes in the eye.", PaintedSizes.SETTINGS, DabPainting::make);

    private static final Brush BRUSH = new Brush(new double[] {8, 4.4, 2.8}, 2.6, 2.6, 34, 27, 0.4, 0.3);

    private DabPainting() {}

    private static Picture make(Settings settings) {
        Seed seed = PaintedSizes.seed(settings);
        Painting painting = PaintedSizes.blank(settings);
        new Harbor(seed.derive("harbor")).onto(painting);
        Picture seen = painting.picture("harbor");
        Flow flow = new Flow(seen, 4, (_, y) -> y > 0.42 ? 0 : 0.7, 150);
        return new BrushWork(seen, flow, BRUSH, Tone.of(206, 186, 160), seed).paint("harbor in dabs", seed);
    }
}
