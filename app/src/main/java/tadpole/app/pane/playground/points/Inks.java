package tadpole.app.pane.playground.points;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The colors of classes and values, each as 0xRRGGBB.
 *
 * @param classes one for each
 */
record Inks(int surface, int negative, int positive, List<Integer> classes) {

    /** The tokens of the classes, in order; each has a shape of its own too. */
    static final List<String> CLASSES = List.of("training", "validation", "hue-1", "hue-3", "hue-2", "hue-4");
    /** How much of its color an area has where the network is sure; the points on it stay brighter. */
    private static final double SURE = 0.66;
    private static final double UNSURE = 0.22;
    private static final double STRONG = 0.88;

    /** @param token gives the color of a token */
    static Inks of(ToIntFunction<String> token) {
        return new Inks(token.applyAsInt("surface"), token.applyAsInt("training"), token.applyAsInt("validation"),
                CLASSES.stream().map(token::applyAsInt).toList());
    }

    Inks {
        classes = List.copyOf(classes);
    }

    /** The classes' colors mixed by their probabilities, pale where none is likely. */
    int mixed(float[] probabilities, int offset, int count) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double most = 0;
        for (int k = 0; k < count; k++) {
            int color = classes.get(k);
            double p = probabilities[offset + k];
            red += p * (color >> 16 & 255);
            green += p * (color >> 8 & 255);
            blue += p * (color & 255);
            most = Math.max(most, p);
        }
        double sure = count < 2 ? 1 : (most - 1.0 / count) / (1 - 1.0 / count);
        return over(red, green, blue, UNSURE + (SURE - UNSURE) * sure);
    }

    /** Signed: the surface's own color at zero. @param value from -1 to 1; what is beyond is as the end */
    int signed(double value) {
        int color = value < 0 ? negative : positive;
        return over(color >> 16 & 255, color >> 8 & 255, color & 255, STRONG * Math.min(1, Math.abs(value)));
    }

    private int over(double red, double green, double blue, double opacity) {
        return 255 << 24
                | blend(red, surface >> 16 & 255, opacity) << 16
                | blend(green, surface >> 8 & 255, opacity) << 8
                | blend(blue, surface & 255, opacity);
    }

    private static int blend(double over, double under, double opacity) {
        return Double.isNaN(over) ? (int) under : Math.clamp(Math.round(opacity * over + (1 - opacity) * under), 0, 255);
    }
}
