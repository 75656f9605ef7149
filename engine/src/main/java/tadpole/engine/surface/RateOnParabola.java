package tadpole.engine.surface;

/**
 * What plain gradient descent does on a parabola of curvature L, exactly: each step multiplies the distance to the minimum by
 * 1 - rate · L.
 *
 * @param factor 1 - rate · L
 */
public record RateOnParabola(double rate, double curvature, double factor) {

    public enum Fate {
        CREEPS("creeps"),
        CONVERGES("converges"),
        ONE_STEP("there in one step"),
        OSCILLATES("oscillates"),
        SWINGS_FOREVER("swings forever"),
        EXPLODES("explodes");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Above this a tenth of the distance takes more than 20 steps. */
    private static final double SLOW = 0.89;
    /** Of decimal fractions that are exact only on paper. */
    private static final double ROUNDING = 1e-12;

    public static RateOnParabola of(double rate, double curvature) {
        return new RateOnParabola(rate, curvature, 1 - rate * curvature);
    }

    public Fate fate() {
        if (Math.abs(factor) < ROUNDING) {
            return Fate.ONE_STEP;
        }
        if (Math.abs(factor + 1) < ROUNDING) {
            return Fate.SWINGS_FOREVER;
        }
        if (factor < -1) {
            return Fate.EXPLODES;
        }
        return factor < 0 ? Fate.OSCILLATES : factor > SLOW ? Fate.CREEPS : Fate.CONVERGES;
    }

    /** "oscillates: each step takes x to 1 - 0.8 · 2 = -0.6 of its distance". */
    public String sentence() {
        return "%s: each step leaves 1 - %s · %s = %s of the distance".formatted(
                fate().words(), UpdateRule.four(rate), UpdateRule.four(curvature), UpdateRule.four(factor));
    }
}
