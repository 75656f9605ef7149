package tadpole.engine.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text of so many significant digits, and how many of them two numbers have in common. */
public final class Digits {

    /** All that a float is sure to hold. */
    public static final int FLOAT = 7;

    private Digits() {}

    /** Rounded to so many significant digits, zeros at the end left out; beyond 1e-4 and 1e7 with an exponent. */
    public static String text(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        return written(new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros());
    }

    static double rounded(double value, int digits) {
        return Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(digits)).doubleValue() : value;
    }

    /** The same with all its digits, zeros at the end too: "-0.07300720". */
    public static String full(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return text(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return written(rounded.setScale(rounded.scale() + digits - rounded.precision()));
    }

    private static String written(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        return exponent < -4 || exponent >= FLOAT ? number.movePointLeft(exponent).toPlainString() + "e" + exponent
                : number.toPlainString();
    }

    /** The greatest number of significant digits, at most 7, to which both are the same text; 0 where there is none. */
    public static int common(double a, double b) {
        int digits = FLOAT;
        while (digits > 0 && !text(a, digits).equals(text(b, digits))) {
            digits--;
        }
        return digits;
    }
}
