package tadpole.engine.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as findings say them. */
final class Words {

    private Words() {}

    /** Three significant digits: 2.31, 0.0305, 1.2e-6. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : "infinite";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.1e", value).replaceAll("e([+-])0*(\\d)", "e$1$2").replace("e+", "e").replace("-", "\u2212");
        }
        return new BigDecimal(value).round(new MathContext(size >= 1000 ? 4 : 3)).stripTrailingZeros().toPlainString().replace('-', '\u2212');
    }

    /** As one would type it: 0.03. */
    static String setting(double value) {
        BigDecimal exact = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(value) >= 1e-4 ? exact.toPlainString() : exact.toString().replace("E", "e");
    }

    static String log10(double ratio, int digits) {
        return ratio == 0 ? "\u2212∞" : decimal(Math.log10(ratio), digits);
    }

    static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '\u2212');
    }

    static String percent(double share) {
        return decimal(100 * share, 1) + " %";
    }

    static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
