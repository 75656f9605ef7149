package tadpole.engine.picture.made;

import tadpole.engine.tensor.Seed;

/** A lighthouse on its rock. */
final class LighthouseObject implements Sculpture {

    private static final Tone RED = Tone.of(204, 46, 40);
    private static final Tone WHITE = Tone.of(242, 238, 228);
    private static final Tone STONE = Tone.of(112, 104, 98);
    private static final Tone IRON = Tone.of(52, 56, 64);
    private static final Tone GLASS = Tone.of(255, 230, 150);

    private final ValueNoise rough = new ValueNoise(new Seed(11));

    static MadeObject make(int height, int width) {
        return Photograph.of("lighthouse", new LighthouseObject(), height, width, 1.02 * width / height);
    }

    @Override
    public double distance(double x, double y, double z) {
        return 0.75 * Math.min(Math.min(rock(x, y, z), tower(x, y, z)), Math.min(gallery(x, y, z), top(x, y, z)));
    }

    private double rock(double x, double y, double z) {
        return Sculpture.ellipsoid(x, y + 0.95, z, 0.58, 0.28, 0.5) - 0.1 * (rough.rough(6 * x + 9, 6 * y + 5 * z) - 0.4);
    }

    private static double tower(double x, double y, double z) {
        double around = Math.sqrt(x * x + z * z);
        double radius = 0.2 - 0.085 * Math.clamp((y + 0.85) / 1.35, 0, 1);
        return Math.max(around - radius, Math.abs(y + 0.15) - 0.7);
    }

    private static double gallery(double x, double y, double z) {
        double around = Math.sqrt(x * x + z * z);
        return Math.max(around - 0.185, Math.abs(y - 0.55) - 0.022);
    }

    private static double top(double x, double y, double z) {
        double around = Math.sqrt(x * x + z * z);
        double lantern = Math.max(around - 0.092, Math.abs(y - 0.66) - 0.1);
        double roof = Math.max(0.82 * (around - Math.max(0, 0.15 - 0.75 * (y - 0.74))), Math.max(0.74 - y, y - 0.95));
        return Math.min(Math.min(lantern, roof), Math.sqrt(around * around + (y - 0.94) * (y - 0.94)) - 0.022);
    }

    @Override
    public double paint(double x, double y, double z, Tone tone) {
        if (y > 0.742 || gallery(x, y, z) < 0.004) {
            tone.set(y > 0.742 ? RED : IRON);
            return 0.3;
        }
        if (y > 0.575) {
            double bar = StrictMath.sin(8 * StrictMath.atan2(z, x));
            tone.set(Math.abs(bar) < 0.25 ? IRON : GLASS);
            return 0.8;
        }
        if (rock(x, y, z) < 0.01) {
            tone.set(STONE).times(0.65 + 0.7 * rough.rough(22 * x + 5, 22 * y + 20 * z + 9));
            return 0.05;
        }
        tone.set(Math.floorMod((int) Math.floor((y + 0.85) / 0.28), 2) == 0 ? RED : WHITE).times(0.93 + 0.1 * rough.at(60 * x + 7, 20 * y));
        if (z > 0 && Math.abs(x) < 0.032 && Math.abs(y - 0.28) < 0.055 || z > 0 && Math.abs(x) < 0.036 && Math.abs(y + 0.3) < 0.06) {
            tone.set(IRON);
        }
        return 0.25;
    }
}
