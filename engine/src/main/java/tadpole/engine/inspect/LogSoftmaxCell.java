package tadpole.engine.inspect;

import java.util.Locale;
import tadpole.engine.inspect.LogSoftmaxWay.Precision;
import tadpole.engine.recipe.Words;

/**
 * What one way in one precision gives for one class.
 *
 * @param exact    the logarithm by log-sum-exp in double
 * @param sentence why it fails; empty where it is right
 */
public record LogSoftmaxCell(LogSoftmaxWay way, Precision precision, double value, double exact, Verdict verdict, String sentence) {

    public enum Verdict {
        RIGHT,
        /** A number, but not the right one. */
        INEXACT,
        /** No number, or an infinite one. */
        FAILS
    }

    /** @param label the class that is asked for */
    static LogSoftmaxCell of(LogSoftmaxWay way, Precision precision, double[] logits, int label) {
        double value = way.of(logits, precision)[label];
        double exact = LogSoftmaxWay.MAXIMUM_OUT.of(logits, Precision.DOUBLE)[label];
        double sum = new LogSoftmaxWay.Sums(logits, precision).of(0);
        if (!Double.isFinite(value)) {
            return new LogSoftmaxCell(way, precision, value, exact, Verdict.FAILS, why(way, precision, value, sum, logits[label]));
        }
        boolean right = Math.abs(value - exact) <= precision.tolerance() * Math.max(1, Math.abs(exact));
        return new LogSoftmaxCell(way, precision, value, exact, right ? Verdict.RIGHT : Verdict.INEXACT, right ? "" : String.format(Locale.ROOT,
                "Off by %s: what is added to a number far greater than itself loses its digits.", Words.rounded(Math.abs(value - exact), 2)));
    }

    private static String why(LogSoftmaxWay way, Precision precision, double value, double sum, double logit) {
        String large = String.format(Locale.ROOT, "exp of more than %s is greater than any %s and becomes ∞; ",
                Words.rounded(precision.mostExponent(), 4), precision.label());
        String small = "every exp is too small for a %s and becomes 0; ".formatted(precision.label());
        if (way == LogSoftmaxWay.SUBTRACTED) {
            return sum == 0 ? small + "ln 0 is -∞, and x - (-∞) is ∞." : large + "ln ∞ is ∞, and x - ∞ is -∞.";
        }
        if (Double.isNaN(value)) {
            return sum == 0 ? small + "0 / 0 is no number." : large + "∞ / ∞ is no number.";
        }
        if (Double.isInfinite(sum)) {
            return large + "exp(%s) / ∞ is 0, and ln 0 is -∞.".formatted(Words.rounded(logit, 4));
        }
        return "The probability is too small for a %s and becomes 0; ln 0 is -∞.".formatted(precision.label());
    }
}
