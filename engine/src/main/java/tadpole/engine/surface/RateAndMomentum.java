package tadpole.engine.surface;

/**
 * What momentum descent v = b v + g; p -= lr v does on a parabola of curvature L, exactly: the error follows z² - (1 + b - lr L) z +
 * b = 0, and its greatest root decides. It converges for 0 &lt; lr L &lt; 2 (1 + b), and comes straight in, without swinging, for
 * lr L ≤ (1 - √b)². Polyak 1964.
 */
public final class RateAndMomentum {

    public enum Fate {
        CONVERGES,
        OSCILLATES,
        DIVERGES
    }

    private RateAndMomentum() {}

    /** @param rate times the curvature */
    public static Fate fate(double rate, double momentum) {
        if (!(rate < 2 * (1 + momentum))) {
            return Fate.DIVERGES;
        }
        double gentle = 1 - Math.sqrt(momentum);
        return rate <= gentle * gentle ? Fate.CONVERGES : Fate.OSCILLATES;
    }

    /** By which the error shrinks in a step, in the long run; above 1 it grows. */
    public static double factor(double rate, double momentum) {
        double sum = 1 + momentum - rate;
        double inside = sum * sum - 4 * momentum;
        return inside < 0 ? Math.sqrt(momentum) : (Math.abs(sum) + Math.sqrt(inside)) / 2;
    }
}
