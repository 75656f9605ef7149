package tadpole.engine.proof;

import java.util.function.DoubleSupplier;
import tadpole.engine.twin.DoubleTensor;

/**
 * The gradient as its definition has it: (f(x + h) - f(x - h)) / 2h, one number after the other.
 *
 * @param rounding how far the quotient may be off only because f itself is rounded: some units in its last place by 2h
 */
public record FiniteDifferences(DoubleTensor gradient, double rounding) {

    private static final double H = 1e-5;
    private static final double UNITS = 8;

    /** The gradient of f by the numbers of a tensor that f reads; they are moved and put back. */
    public static FiniteDifferences of(DoubleSupplier f, DoubleTensor x) {
        DoubleTensor gradient = DoubleTensor.zeros(x.shape());
        // Sums of numbers around 1 pass through 1, even where they end near 0.
        double largest = 1;
        for (int i = 0; i < x.size(); i++) {
            double kept = x.at(i);
            x.set(i, kept + H);
            double above = f.getAsDouble();
            x.set(i, kept - H);
            double below = f.getAsDouble();
            x.set(i, kept);
            gradient.set(i, (above - below) / (2 * H));
            largest = Math.max(largest, Math.abs(above));
        }
        return new FiniteDifferences(gradient, UNITS * Math.ulp(largest) / (2 * H));
    }
}
