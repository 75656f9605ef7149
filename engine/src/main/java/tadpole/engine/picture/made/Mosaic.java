package tadpole.engine.picture.made;

import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** The pond at evening laid of small stones, each turned along the flow, with gaps of dark mortar. */
final class Mosaic {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("mosaic", "Pond as a mosaic",
            "The pond laid of small colored stones with mortar between them.", PaintedSizes.SETTINGS, Mosaic::make);

    private static final Tone MORTAR = Tone.of(52, 46, 44);
    /** Side of a stone, in heights. */
    private static final double STONE = 8.6 / 400;
    private static final int ROUNDS = 5;

    private Mosaic() {}

    private static Picture make(Settings settings) {
        Seed seed = PaintedSizes.seed(settings);
        Painting scene = PaintedSizes.blank(settings);
        double aspect = scene.aspect();
        scene.cover(new Evening(seed, aspect));
        RandomGenerator plants = seed.derive("plants").generator();
        PondPlants pond = new PondPlants(scene, plants);
        pond.reeds(0.9 * aspect, 0.58, 0.1 * aspect, 0.3, 14);
        pond.pad(0.72 * aspect, 0.66, 0.12);
        pond.pad(0.84 * aspect, 0.83, 0.17);
        pond.pad(0.2 * aspect, 0.72, 0.15);
        pond.pad(0.38 * aspect, 0.9, 0.2);
        pond.flower(0.82 * aspect, 0.81, 0.09);
        pond.flower(0.2 * aspect, 0.7, 0.07);
        scene.cover((_, _, tone) -> tone.times(1.22));
        Picture seen = scene.picture("pond");
        Flow flow = new Flow(seen, 7, (_, _) -> 0, 120);
        return laid(seen, flow, seed).picture("pond as a mosaic");
    }

    /** Stones are the places nearest to their middle in a square measure along the flow; middles move to the middle of their places (Lloyd). */
    private static Painting laid(Picture seen, Flow flow, Seed seed) {
        int height = seen.height();
        int width = seen.width();
        Stones stones = new Stones(seen, flow, Math.max(3, STONE * height), seed);
        for (int round = 0; round < ROUNDS; round++) {
            stones.settle();
        }
        Painting sheet = new Painting(height, width);
        ValueNoise rough = new ValueNoise(seed.derive("rough"));
        sheet.cover((x, y, tone) -> stones.color(y * height, x * height, tone, MORTAR, rough));
        return sheet;
    }
}
