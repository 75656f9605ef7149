package tadpole.engine.picture.made;

import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** The valley in pen and ink on toned paper: the darker a place, the more directions of lines cross there. */
final class HatchedDrawing {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("hatching", "Valley in ink",
            "The valley drawn with a pen on toned paper: shadows are lines, crossed where it is darker.", PaintedSizes.SETTINGS, HatchedDrawing::make);

    private static final Tone PAPER = Tone.of(236, 218, 182);
    private static final Tone INK = Tone.of(44, 34, 38);
    /** Each direction in radians, and below which gray it begins. */
    private static final double[][] DIRECTIONS = {{-0.5, 186}, {0.35, 138}, {1.25, 100}, {-1.2, 66}};
    private static final double SPACING = 4.2 / 400;
    private static final double PEN = 1.5 / 400;

    private HatchedDrawing() {}

    private static Picture make(Settings settings) {
        Seed seed = PaintedSizes.seed(settings);
        Painting scene = PaintedSizes.blank(settings);
        new Valley(seed.derive("valley")).onto(scene);
        Picture seen = scene.picture("valley");
        int height = seen.height();
        Field light = Field.channel(seen.gray(), 0).blurred(height / 400.0);
        Painting sheet = PaintedSizes.blank(settings);
        paper(sheet, seen, new ValueNoise(seed.derive("paper")));
        RandomGenerator random = seed.derive("lines").generator();
        for (double[] direction : DIRECTIONS) {
            hatch(sheet, light, direction[0], direction[1], random);
        }
        outlines(sheet, light, random);
        return sheet.picture("valley in ink");
    }

    /** Fibers, and a thin wash of the scene's colors. */
    private static void paper(Painting sheet, Picture seen, ValueNoise fibers) {
        int height = seen.height();
        Field[] wash = {Field.channel(seen, 0).blurred(5), Field.channel(seen, 1).blurred(5), Field.channel(seen, 2).blurred(5)};
        Tone color = new Tone();
        sheet.cover((x, y, tone) -> {
            color.set(wash[0].at(y * height, x * height), wash[1].at(y * height, x * height), wash[2].at(y * height, x * height));
            tone.set(PAPER).toward(color, 0.2).times(0.93 + 0.1 * fibers.rough(130 * x, 90 * y));
        });
    }

    /** Parallel lines over the whole sheet; the pen is lifted where it is lighter than the threshold and presses where it is much darker. */
    private static void hatch(Painting sheet, Field light, double angle, double threshold, RandomGenerator random) {
        int height = light.height;
        double alongX = StrictMath.cos(angle);
        double alongY = StrictMath.sin(angle);
        double reach = 0.5 * (sheet.aspect() * Math.abs(alongY) + Math.abs(alongX));
        double step = 5.0 / 400;
        for (double across = -reach; across < reach; across += SPACING * random.nextDouble(0.75, 1.25)) {
            double bend = random.nextDouble(-0.03, 0.03);
            double lift = random.nextDouble(-16, 16);
            // Where the line crosses the upper and the lower edge of the sheet.
            double above = (-0.5 - across * alongX) / alongY;
            double below = (0.5 - across * alongX) / alongY;
            for (double along = Math.min(above, below); along < Math.max(above, below); along += step) {
                double wave = bend * StrictMath.sin(9 * along);
                double x = 0.5 * sheet.aspect() + along * alongX - (across + 0.1 * wave) * alongY;
                double y = 0.5 + along * alongY + (across + 0.1 * wave) * alongX;
                if (x < 0 || y < 0 || x > sheet.aspect() || y > 1) {
                    continue;
                }
                double dark = threshold + lift - 40 - light.at(y * height, x * height);
                if (dark > 0) {
                    double thick = PEN * Math.clamp(0.45 + dark / 90, 0.45, 1.25);
                    sheet.stroke(x, y, x + step * alongX, y + step * alongY, thick, thick, INK);
                }
            }
        }
    }

    /** Short strokes along what is an edge. */
    private static void outlines(Painting sheet, Field light, RandomGenerator random) {
        int height = light.height;
        int count = (int) (9000 * sheet.aspect());
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble(sheet.aspect());
            double y = random.nextDouble();
            double reach = 1.6 * height / 400;
            double dx = light.at(y * height, x * height + reach) - light.at(y * height, x * height - reach);
            double dy = light.at(y * height + reach, x * height) - light.at(y * height - reach, x * height);
            double slope = Math.sqrt(dx * dx + dy * dy);
            if (slope > 34) {
                double length = 0.014;
                sheet.stroke(x + length * dy / slope, y - length * dx / slope, x - length * dy / slope, y + length * dx / slope, PEN * 0.7, PEN * 1.3, INK);
            }
        }
    }
}
