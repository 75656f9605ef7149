package tadpole.engine.proof;

import java.util.function.DoubleSupplier;
import tadpole.engine.twin.DoubleTensor;

/**
 * The gradient as its definition has it: (f(x + h) - f(x - h)) / 2h, one number after the other; of a large tensor some only.
 *
 * @param every    how far apart the numbers are that were moved; all others are zero
 * @param rounding how far the quotient may be off only because f itself is rounded: some units in its last place by 2h
 */
public record FiniteDifferences(DoubleTensor gradient, int every, double rounding) {

    private static final double H = 1e-5;
    private static final double UNITS = 64;
    private static final int MOVED = 12;

    /** The gradient of f by the numbers of a tensor that f reads; they are moved and put back. */
    public static FiniteDifferences of(DoubleSupplier f, DoubleTensor x) {
        DoubleTensor gradient = DoubleTensor.zeros(x.shape());
        // Sums of numbers around 1 pass through 1, even where they end near 0.
        double largest = 1;
        int every = Math.ceilDiv(Math.max(1, x.size()), MOVED);
        for (int i = 0; i < x.size(); i += every) {
            double kept = x.at(i);
            x.set(i, kept + H);
            double above = f.getAsDouble();
            x.set(i, kept - H);
            double below = f.getAsDouble();
            x.set(i, kept);
            gradient.set(i, (above - below) / (2 * H));
            largest = Math.max(largest, Math.abs(above));
        }
        return new FiniteDifferences(gradient, every, UNITS * Math.ulp(largest) / (2 * H));
    }
}
