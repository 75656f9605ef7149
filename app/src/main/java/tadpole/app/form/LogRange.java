package tadpole.app.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The ends of a slider over the logarithm; positions are powers of ten.
 *
 * @param live whether what it gives is taken while the thumb is dragged, not only when it is let go
 */
public record LogRange(double from, double to, boolean live) {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    public LogRange(double from, double to) {
        this(from, to, false);
    }

    public LogRange {
        if (!(from > 0 && to > from)) {
            throw new IllegalArgumentException("A range over the logarithm needs 0 < from < to, but is " + from + " to " + to + ".");
        }
    }

    double position(double value) {
        return Math.log10(Math.clamp(value, from, to));
    }

    /** In two significant digits: nobody sets a rate of 0.0104713 by hand. */
    double value(double position) {
        return new BigDecimal(Math.pow(10, position)).round(TWO_DIGITS).doubleValue();
    }
}
