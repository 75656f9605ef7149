package tadpole.app.chart;

import java.util.Locale;
import tadpole.engine.recipe.Words;

/** Numbers as charts and tables write them. */
public final class Digits {

    private static final double MILLION = 1e6;
    private static final double SMALL = 5e-5;

    private Digits() {}

    /** Four significant digits at most and no zeros at the end: 0.005, 64, 1e-5. */
    public static String shortest(double value) {
        return Words.rounded(value, 4);
    }

    /** Two significant digits at most: as exact as a learning rate needs to be. */
    public static String two(double value) {
        return Words.rounded(value, 2);
    }

    /** A loss in a table: four digits after the point, from a million up 1.79e28, and where these would be zeros 3.04e-6. */
    public static String loss(double value) {
        boolean plain = value == 0 || Math.abs(value) >= SMALL;
        return plain && Math.abs(value) < MILLION ? String.format(Locale.ROOT, "%.4f", value) : Words.rounded(value, 3);
    }

    /** 79 510, with spaces that do not break. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00A0');
    }
}
