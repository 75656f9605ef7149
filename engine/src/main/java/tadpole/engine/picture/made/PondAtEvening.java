package tadpole.engine.picture.made;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** A pond with frogs, reeds and water lilies while the sun goes down. */
final class PondAtEvening {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("pond", "Pond at evening",
            "Frogs, reeds and water while the sun goes down: smooth sky, fine ripples and sharp outlines in one colored picture.",
            List.of(Sheet.width(Sheet.MOST_WIDTH), Sheet.height(Sheet.MOST_HEIGHT), Sheet.seed()),
            PondAtEvening::make);

    private static final Tone GREEN = Tone.of(124, 178, 72);
    private static final Tone OLIVE = Tone.of(150, 158, 78);
    private static final Tone MOSS = Tone.of(96, 156, 88);
    private static final double GRAIN = 3;

    private PondAtEvening() {}

    private static Picture make(Settings settings) {
        Seed seed = new Seed((Long) settings.asMap().get("seed"));
        RandomGenerator random = seed.derive("plants").generator();
        Painting painting = new Painting(settings.whole("height"), settings.whole("width"));
        double aspect = painting.aspect();
        painting.cover(new Evening(seed, aspect));
        PondPlants plants = new PondPlants(painting, random);
        plants.reeds(0.93 * aspect, 0.58, 0.09 * aspect, 0.24, 16);
        plants.reeds(0.03 * aspect, 0.56, 0.06 * aspect, 0.2, 12);
        farPads(plants, random, aspect);
        plants.pad(0.72 * aspect, 0.655, 0.1);
        plants.flower(0.44 * aspect, 0.6, 0.035);
        new PondFrog(painting, 0.72 * aspect, 0.65, 0.062, -1, OLIVE).paint();
        plants.pad(0.27 * aspect, 0.71, 0.11);
        new PondFrog(painting, 0.26 * aspect, 0.7, 0.07, 1, MOSS).paint();
        plants.pad(0.84 * aspect, 0.8, 0.12);
        plants.flower(0.82 * aspect, 0.785, 0.06);
        plants.pad(0.55 * aspect, 0.89, 0.25);
        new PondFrog(painting, 0.53 * aspect, 0.885, 0.15, 1, GREEN).paint();
        plants.bank(aspect);
        plants.reeds(0.06 * aspect, 1.0, 0.08 * aspect, 0.62, 18);
        plants.reeds(0.97 * aspect, 1.02, 0.05 * aspect, 0.5, 12);
        finish(painting, seed.derive("grain").generator(), aspect);
        return painting.picture("pond at evening");
    }

    private static void farPads(PondPlants plants, RandomGenerator random, double aspect) {
        for (int i = 0; i < 14; i++) {
            double down = 0.49 + 0.02 * i + random.nextDouble(0, 0.012);
            plants.pad(aspect * random.nextDouble(0.08, 0.95), down, 0.02 + 0.09 * (down - Evening.SHORE) * random.nextDouble(0.8, 1.6));
        }
    }

    /** Darker corners, and the grain that every photograph has. */
    private static void finish(Painting painting, RandomGenerator random, double aspect) {
        painting.cover((x, y, tone) -> {
            double offX = x / aspect - 0.5;
            double offY = y - 0.5;
            double grain = GRAIN * (random.nextDouble() - 0.5);
            tone.times(1 - 0.45 * Math.max(0, offX * offX + offY * offY - 0.12));
            tone.set(tone.red + grain, tone.green + grain, tone.blue + grain);
        });
    }
}
