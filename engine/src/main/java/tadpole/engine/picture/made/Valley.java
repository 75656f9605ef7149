package tadpole.engine.picture.made;

import java.util.random.RandomGenerator;
import tadpole.engine.tensor.Seed;

/** Fields, a village and a tall sky over hills, before a brush has touched them. Lengths in heights of the picture. */
final class Valley {

    private static final Tone HIGH = Tone.of(38, 74, 156);
    private static final Tone LOW = Tone.of(148, 196, 214);
    private static final Tone CLOUD = Tone.of(246, 234, 206);
    private static final Tone FAR = Tone.of(82, 110, 160);
    private static final Tone MIDDLE = Tone.of(70, 112, 110);
    private static final Tone WHEAT = Tone.of(226, 178, 62);
    private static final Tone MEADOW = Tone.of(112, 146, 54);
    private static final Tone EARTH = Tone.of(168, 104, 60);
    private static final Tone ROOF = Tone.of(186, 70, 44);
    private static final Tone WALL = Tone.of(240, 226, 196);
    private static final Tone SHADE = Tone.of(40, 52, 78);
    private static final Tone LEAF = Tone.of(48, 88, 52);
    private static final Tone SUN = Tone.of(255, 222, 110);
    private static final double HORIZON = 0.55;

    private final ValueNoise clouds;
    private final ValueNoise hills;
    private final ValueNoise furrows;
    private final Seed seed;

    Valley(Seed seed) {
        this.seed = seed;
        this.clouds = new ValueNoise(seed.derive("clouds"));
        this.hills = new ValueNoise(seed.derive("hills"));
        this.furrows = new ValueNoise(seed.derive("furrows"));
    }

    void onto(Painting painting) {
        painting.cover(this::at);
        double aspect = painting.aspect();
        painting.spot(0.2 * aspect, 0.16, 0.06, 0.06, 0, SUN, 1);
        RandomGenerator random = seed.derive("village").generator();
        for (int i = 0; i < 7; i++) {
            house(painting, aspect * (0.56 + 0.055 * i) + random.nextDouble(-0.01, 0.01), 0.585 + random.nextDouble(0.03), random.nextDouble(0.028, 0.045));
        }
        tower(painting, aspect * 0.73);
        for (int i = 0; i < 34; i++) {
            double down = random.nextDouble();
            double x = aspect * random.nextDouble();
            double size = 0.012 + 0.05 * down * down;
            tree(painting, x, 0.58 + 0.3 * down * down, size);
        }
        poplar(painting, aspect * 0.12, 0.93, 0.62);
        poplar(painting, aspect * 0.185, 0.9, 0.44);
    }

    private void at(double x, double y, Tone tone) {
        double far = HORIZON - 0.13 * hills.rough(1.7 * x, 3) - 0.02;
        double near = HORIZON - 0.02 + 0.05 * hills.rough(1.2 * x + 9, 7);
        if (y < far) {
            sky(x, y, tone);
        } else if (y < near) {
            tone.set(FAR).toward(MIDDLE, Math.clamp((y - far) * 6, 0, 1)).times(0.85 + 0.3 * hills.rough(9 * x, 20 * y));
        } else {
            fields(x, y - near, tone);
        }
    }

    private void sky(double x, double y, Tone tone) {
        tone.set(HIGH).toward(LOW, Math.clamp(y / HORIZON, 0, 1));
        double swirl = clouds.rough(2.2 * x + 1.4 * y, 4.5 * y - 0.6 * x);
        tone.toward(CLOUD, Math.clamp(3.2 * (swirl - 0.52), 0, 0.95));
    }

    private void fields(double x, double below, Tone tone) {
        double depth = 1 / (below + 0.06);
        double across = (x - 0.7) * depth;
        double strip = furrows.at(0.55 * across, 0.35 * depth + 40);
        Tone crop = strip < 0.36 ? MEADOW : strip < 0.68 ? WHEAT : EARTH;
        double rows = 0.5 + 0.5 * StrictMath.sin(7 * across + 3 * furrows.at(across, depth));
        tone.set(crop).times(0.74 + 0.4 * rows).toward(FAR, Math.clamp(0.5 - 2.5 * below, 0, 0.5));
    }

    private void house(Painting painting, double x, double y, double size) {
        painting.stroke(x - size / 2, y - size * 0.3, x + size / 2, y - size * 0.3, size * 0.7, size * 0.7, WALL);
        painting.stroke(x + size * 0.35, y - size * 0.3, x + size * 0.7, y - size * 0.25, size * 0.66, size * 0.6, Tone.of(150, 140, 150));
        painting.stroke(x - size * 0.8, y - size * 0.75, x + size * 0.8, y - size * 0.75, size * 0.34, size * 0.34, ROOF);
        painting.spot(x, y - size * 0.2, size * 0.1, size * 0.16, 0, SHADE, 1);
    }

    private void tower(Painting painting, double x) {
        painting.stroke(x, 0.5, x, 0.58, 0.034, 0.036, WALL);
        painting.stroke(x, 0.41, x, 0.49, 0.004, 0.044, Tone.of(84, 96, 130));
    }

    private void tree(Painting painting, double x, double y, double size) {
        painting.spot(x + size * 0.3, y + size * 0.75, size * 1.3, size * 0.3, 0, Tone.of(58, 82, 70), 0.8);
        painting.ball(x, y, size, size * 0.85, 0, LEAF, 1);
        painting.ball(x + size * 0.35, y - size * 0.4, size * 0.6, size * 0.5, 0, Tone.of(104, 136, 58), 1);
    }

    private void poplar(Painting painting, double x, double foot, double tall) {
        for (int i = 0; i < 26; i++) {
            double t = i / 25.0;
            double thick = 0.055 * tall * 2 * StrictMath.sin(Math.PI * StrictMath.pow(1 - t, 0.7) * 0.93 + 0.1);
            double sway = 0.012 * StrictMath.sin(9 * t);
            painting.ball(x + sway, foot - t * tall, Math.max(0.004, thick), 0.05 * tall, 0.3 * StrictMath.sin(5 * t), i % 3 == 0 ? Tone.of(88, 124, 52) : Tone.of(40, 78, 50), 0.95);
        }
    }
}
