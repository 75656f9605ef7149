package tadpole.engine.picture.made;

import tadpole.engine.tensor.Seed;

/** Sky, hills and the water that mirrors them. */
final class Evening implements Painting.Ground {

    /** Where water begins, in heights. */
    static final double SHORE = 0.44;

    private static final Tone ZENITH = Tone.of(44, 50, 98);
    private static final Tone UPPER = Tone.of(118, 88, 136);
    private static final Tone LOWER = Tone.of(232, 138, 112);
    private static final Tone HORIZON = Tone.of(255, 202, 132);
    private static final Tone SUN = Tone.of(255, 244, 214);
    private static final Tone GLOW = Tone.of(120, 82, 30);
    private static final Tone CLOUD = Tone.of(250, 164, 138);
    private static final Tone FAR_HILL = Tone.of(128, 100, 128);
    private static final Tone NEAR_HILL = Tone.of(48, 58, 66);
    private static final Tone DEEP = Tone.of(14, 36, 50);
    private static final double SUN_RADIUS = 0.036;
    private static final double SUN_HEIGHT = 0.085;

    private final ValueNoise clouds;
    private final ValueNoise hills;
    private final ValueNoise waves;
    private final double sunX;

    Evening(Seed seed, double aspect) {
        this.clouds = new ValueNoise(seed.derive("clouds"));
        this.hills = new ValueNoise(seed.derive("hills"));
        this.waves = new ValueNoise(seed.derive("waves"));
        this.sunX = 0.66 * aspect;
    }

    @Override
    public void at(double x, double y, Tone tone) {
        if (y < SHORE) {
            land(x, y, tone);
        } else {
            water(x, y, tone);
        }
    }

    private void land(double x, double y, Tone tone) {
        double above = SHORE - y;
        double near = 0.012 + 0.045 * hills.at(3.1 * x + 40, 0.5) + 0.012 * hills.at(46 * x, 3.5);
        if (above < near) {
            tone.set(NEAR_HILL).toward(HORIZON, 0.16 * (1 - above / near));
            return;
        }
        double far = 0.03 + 0.1 * hills.rough(1.7 * x, 7.5);
        if (above < far) {
            tone.set(FAR_HILL).toward(HORIZON, 0.45 * (1 - above / far));
            return;
        }
        sky(x, y, tone);
    }

    private void sky(double x, double y, Tone tone) {
        double t = y / SHORE;
        if (t < 0.5) {
            tone.set(ZENITH).toward(UPPER, t / 0.5);
        } else if (t < 0.8) {
            tone.set(UPPER).toward(LOWER, (t - 0.5) / 0.3);
        } else {
            tone.set(LOWER).toward(HORIZON, (t - 0.8) / 0.2);
        }
        double streak = Math.clamp(4 * (clouds.rough(2.4 * x + 0.8 * y, 17 * y) - 0.55), 0, 1);
        tone.toward(CLOUD, 0.75 * streak * Math.min(1, 0.35 + t));
        double offX = x - sunX;
        double offY = y - (SHORE - SUN_HEIGHT);
        double square = offX * offX + offY * offY;
        tone.add(GLOW, 1 / (1 + square / 0.02));
        tone.toward(SUN, Math.clamp((SUN_RADIUS - Math.sqrt(square)) / 0.003, 0, 1));
    }

    private void water(double x, double y, Tone tone) {
        double depth = (y - SHORE) / (1 - SHORE);
        double row = 9 / (0.07 + depth);
        double swell = waves.rough(x * 5 / (0.25 + depth), row) - 0.5;
        double ripple = waves.at(x * 16 / (0.2 + depth) + 91, 2.3 * row + 5) - 0.5;
        double mirrored = SHORE - 0.92 * (y - SHORE) - swell * (0.015 + 0.16 * depth) - ripple * 0.05 * depth;
        land(x + 0.04 * swell, Math.clamp(mirrored, 0, SHORE - 0.0005), tone);
        tone.times(0.86).toward(DEEP, 0.18 + 0.5 * depth + 0.3 * Math.max(0, ripple));
        double aside = (x - sunX) / (0.035 + 0.13 * depth);
        double glitter = Math.clamp(7 * (swell + 0.8 * ripple - 0.08), 0, 1) / (1 + aside * aside * aside * aside);
        tone.toward(SUN, 0.85 * glitter);
    }
}
