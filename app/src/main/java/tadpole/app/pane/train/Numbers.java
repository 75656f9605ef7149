package tadpole.app.pane.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as one reads them. */
public final class Numbers {

    public static final char NO_BREAK_SPACE = '\u00A0';
    private static final int DIGITS = 4;

    private Numbers() {}

    /** 79 510, with spaces that do not break. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', NO_BREAK_SPACE);
    }

    /** 3.4 MB. */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f%cMB", bytes / 1e6, NO_BREAK_SPACE);
    }

    /** 93.7 %. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%c%%", 100 * share, NO_BREAK_SPACE);
    }

    /** Four significant digits, zeros at the end kept so that a changing figure stays as wide: 0.2210, 12.30. */
    public static String figure(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : "∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent >= 6 || exponent < -3) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        return String.format(Locale.ROOT, "%." + Math.clamp(DIGITS - 1 - Math.max(exponent, -1), 0, DIGITS) + "f", value);
    }

    /** The shortest digits that give the number back: 0.005, 64. */
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return figure(value);
        }
        return value != 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7)
                ? Double.toString(value).replace(".0E", "e").replace("E", "e")
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** 0:07, 1:12, 2:05:40. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
