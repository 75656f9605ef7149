package tadpole.app.xray;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as formulas write them: all with the same significant digits, or fewer where those say it all. */
public final class NumberText {

    /** What a float holds. */
    public static final int FLOAT_DIGITS = 7;
    private static final int LEAST_EXPONENT = -4;

    private NumberText() {}

    /** Rounded to so many significant digits: -0.07300720, 3, 1.234568e-9; NaN, ∞ and -∞ by their signs. */
    public static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        if (shortest.signum() == 0) {
            return "0";
        }
        BigDecimal shown = shortest.precision() <= digits ? shortest : padded(value, digits);
        int exponent = shown.precision() - shown.scale() - 1;
        return exponent < LEAST_EXPONENT || exponent >= Math.max(digits, FLOAT_DIGITS)
                ? shown.movePointLeft(exponent).toPlainString() + "e" + exponent
                : shown.toPlainString();
    }

    private static BigDecimal padded(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return rounded.setScale(rounded.scale() + digits - rounded.precision());
    }

    /** Every digit that the number has: of a float as a float has them. */
    public static String exact(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }
}
