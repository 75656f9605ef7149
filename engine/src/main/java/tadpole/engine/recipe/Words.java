package tadpole.engine.recipe;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** How numbers stand in sentences and files. */
public final class Words {

    private Words() {}

    /** So many significant digits at most and no zeros at the end: 0.005, 64, 1e-5. */
    public static String rounded(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return value != 0 && (exponent < -4 || exponent >= 6)
                ? rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent
                : rounded.toPlainString();
    }

    /** The shortest digits that give the number back: 64, 0.1, 1e-8. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e7)) {
            return Double.toString(value).replace(".0E", "e").replace("E", "e");
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** No digits after the point, however long it is. */
    static boolean isWhole(Number number) {
        return Double.isFinite(number.doubleValue())
                ? exact(number).stripTrailingZeros().scale() <= 0
                : number instanceof BigInteger;
    }

    /** The number to its last digit. */
    static BigDecimal exact(Number number) {
        return new BigDecimal(number.toString());
    }

    /** A value of unknown kind as a file wrote it. */
    static String given(Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> '"' + text + '"';
            case Double number -> number(number);
            case Float number -> number(number);
            default -> value.toString();
        };
    }
}
