package tadpole.engine.surface;

import java.util.List;
import tadpole.engine.recipe.SettingException;

/** Every curve there is. */
public final class Curves {

    /** Of x². */
    public static final double STANDARD_CURVATURE = 2;

    private static final String PARABOLA = "parabola";

    /** x² + 2x + 1 = (x + 1)²: the parabola of curvature 2, moved to -1. */
    public static final Curve SHIFTED = new Curve("shifted", "x² + 2x + 1", "f = x² + 2x + 1",
            "One minimum, at -1: every start ends there, as long as the rate is below 1.", -5, 3, 2.5, List.of(-1.0),
            Polynomial.of(1.0, 2.0, 1.0));

    /** Slope 4x³ + 3x² - 4x - 2; its roots by Newton's method to the last bit. */
    public static final Curve TWO_MINIMA = new Curve("twoMinima", "Two minima", "f = x⁴ + x³ - 2x² - 2x",
            "Two minima, and only the right one is the lowest: the start decides which one is reached, and a large rate may throw it over the hill.",
            -2.1, 1.6, -0.6, List.of(-1.2322396186132196, 0.9222247929324219),
            Polynomial.of(0.0, -2.0, -2.0, 1.0, 1.0));

    public static final Curve WALLS = new Curve("walls", "Steep walls", "f = x⁴ / 4",
            "Flat floor, steep walls: a rate that creeps on the floor explodes on the wall. The start decides what a rate may be.",
            -3, 3, 2, List.of(0.0), Polynomial.of(0.0, 0.0, 0.0, 0.0, 0.25));

    public static final Curve KINK = new Curve("kink", "Kink", "f = |x|",
            "The slope never gets smaller: a constant rate swings around the minimum forever, by its own size.",
            -3, 3, 2.3, List.of(0.0), new Kink());

    /** The parabola with its standard curvature; a new curve is one line here. */
    public static final List<Curve> ALL = List.of(parabola(STANDARD_CURVATURE), SHIFTED, TWO_MINIMA, WALLS, KINK);

    private Curves() {}

    /** f = L/2 x². @param curvature L, above 0 */
    public static Curve parabola(double curvature) {
        String factor = UpdateRule.four(curvature / 2);
        return new Curve(PARABOLA, "Parabola", "f = " + (factor.equals("1") ? "" : factor + " ") + "x²",
                "Each step takes x to (1 - rate · curvature) · x: that one factor decides whether it creeps, swings or explodes.",
                -4, 4, 3, List.of(0.0), Polynomial.of(0.0, 0.0, curvature / 2));
    }

    /**
     * @param curvature of the parabola; the others have their own
     * @throws SettingException where there is no such curve
     */
    public static Curve find(String key, double curvature) throws SettingException {
        if (key.equals(PARABOLA)) {
            return parabola(curvature);
        }
        return ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow(() -> new SettingException(
                "There is no curve \"%s\"; known are %s.".formatted(key, String.join(", ", ALL.stream().map(Curve::key).toList()))));
    }

    /** Whether its curvature is the same everywhere, so that one factor tells a rate's fate. */
    public static boolean isParabola(Curve curve) {
        return curve.key().equals(PARABOLA) || curve == SHIFTED;
    }
}
