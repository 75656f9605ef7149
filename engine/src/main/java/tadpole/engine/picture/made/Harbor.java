package tadpole.engine.picture.made;

import java.util.random.RandomGenerator;
import tadpole.engine.tensor.Seed;

/** Boats on calm water in the morning, before they are painted. Lengths in heights of the picture. */
final class Harbor {

    private static final Tone HIGH = Tone.of(150, 176, 222);
    private static final Tone LOW = Tone.of(252, 214, 172);
    private static final Tone COAST = Tone.of(132, 128, 172);
    private static final Tone WATER = Tone.of(70, 136, 168);
    private static final Tone NEAR_WATER = Tone.of(34, 92, 128);
    private static final Tone GLITTER = Tone.of(255, 226, 170);
    private static final Tone SAND = Tone.of(232, 196, 140);
    private static final Tone SUN = Tone.of(255, 244, 214);
    private static final double HORIZON = 0.42;

    private final ValueNoise land;
    private final ValueNoise waves;
    private final ValueNoise mist;
    private final Seed seed;
    private double sunX;

    Harbor(Seed seed) {
        this.seed = seed;
        this.land = new ValueNoise(seed.derive("land"));
        this.waves = new ValueNoise(seed.derive("waves"));
        this.mist = new ValueNoise(seed.derive("mist"));
    }

    void onto(Painting painting) {
        double aspect = painting.aspect();
        sunX = 0.33 * aspect;
        painting.cover(this::at);
        RandomGenerator random = seed.derive("boats").generator();
        boat(painting, 0.13 * aspect, 0.5, 0.11, Tone.of(150, 56, 52), Tone.of(206, 92, 66));
        boat(painting, 0.52 * aspect, 0.47, 0.055, Tone.of(96, 80, 120), Tone.of(236, 190, 150));
        boat(painting, 0.88 * aspect, 0.52, 0.12, Tone.of(40, 62, 104), Tone.of(226, 160, 60));
        for (int i = 0; i < 6; i++) {
            double x = aspect * (0.05 + 0.18 * i) + random.nextDouble(0.05);
            painting.stroke(x, 0.97, x + 0.01, 0.8 + random.nextDouble(0.06), 0.02, 0.016, Tone.of(84, 62, 58));
            painting.stroke(x + 0.02, 0.98, x + 0.05, 1.02, 0.02, 0.03, Tone.of(60, 84, 110));
        }
    }

    private void at(double x, double y, Tone tone) {
        double coast = HORIZON - 0.012 - 0.09 * Math.max(0, land.rough(2.4 * x, 5) - 0.3);
        double toSun = Math.sqrt((x - sunX) * (x - sunX) + (y - 0.22) * (y - 0.22));
        if (y < coast) {
            tone.set(HIGH).toward(LOW, Math.clamp(y / HORIZON, 0, 1)).toward(Tone.of(255, 236, 214), Math.clamp(2.4 * (mist.rough(1.8 * x, 7 * y) - 0.5), 0, 0.8));
            tone.toward(SUN, Math.clamp(0.05 / (toSun + 0.02) - 0.12, 0, 0.75));
            if (toSun < 0.042) {
                tone.set(SUN);
            }
        } else if (y < HORIZON) {
            tone.set(COAST).times(0.9 + 0.25 * land.rough(14 * x, 30 * y)).toward(LOW, 0.25);
        } else if (y > 0.9 + 0.05 * land.rough(1.5 * x, 90)) {
            tone.set(SAND).times(0.86 + 0.24 * land.rough(20 * x, 30 * y));
        } else {
            water(x, y, tone);
        }
    }

    private void water(double x, double y, Tone tone) {
        double depth = (y - HORIZON) / (0.95 - HORIZON);
        double ripple = waves.rough(5 * x / (0.2 + depth), 26 * StrictMath.log(depth + 0.04));
        tone.set(WATER).toward(NEAR_WATER, Math.clamp(depth, 0, 1)).toward(LOW, Math.clamp(0.75 - 1.6 * depth, 0, 0.75)).times(0.82 + 0.36 * ripple);
        double path = StrictMath.exp(-(x - sunX) * (x - sunX) / (0.004 + 0.02 * depth));
        tone.toward(GLITTER, Math.clamp(1.6 * path * (ripple - 0.25), 0, 0.95));
    }

    private static void boat(Painting painting, double x, double y, double size, Tone hull, Tone sail) {
        painting.stroke(x - size * 0.5, y + size * 0.35, x + size * 0.5, y + size * 0.3, size * 0.25, size * 0.2, Tone.of(44, 84, 116));
        painting.blade(new double[] {x - size * 0.75, y}, new double[] {x, y + size * 0.5}, new double[] {x + size * 0.8, y - size * 0.06}, size * 0.14, size * 0.14, hull);
        painting.stroke(x - size * 0.6, y + size * 0.05, x + size * 0.62, y + size * 0.03, size * 0.2, size * 0.16, hull);
        painting.stroke(x, y, x + size * 0.02, y - size * 1.5, size * 0.045, size * 0.03, Tone.of(92, 62, 52));
        for (int i = 0; i <= 20; i++) {
            double t = i / 20.0;
            double top = y - size * 1.45 + t * size * 1.3;
            painting.stroke(x + size * 0.05, top, x + size * (0.06 + 0.62 * t), top + size * 0.03, size * 0.08, size * 0.08, sail);
            painting.stroke(x - size * 0.03, top + size * 0.12, x - size * (0.02 + 0.45 * t), top + size * 0.16, size * 0.07, size * 0.07, Tone.of(sail.red * 0.86, sail.green * 0.84, sail.blue * 0.86));
        }
    }
}
