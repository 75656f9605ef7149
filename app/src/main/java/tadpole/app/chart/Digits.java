package tadpole.app.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as the charts write them. */
public final class Digits {

    private Digits() {}

    /** Four significant digits at most and no zeros at the end: 0.005, 64, 1e-5. */
    public static String shortest(double value) {
        return shortest(value, 4);
    }

    /** Two significant digits at most: as exact as a learning rate needs to be. */
    public static String two(double value) {
        return shortest(value, 2);
    }

    /** 79 510, with spaces that do not break. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00A0');
    }

    private static String shortest(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return value != 0 && (exponent < -4 || exponent >= 6)
                ? rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent
                : rounded.toPlainString();
    }
}
