package tadpole.engine.convolution;

import java.util.Optional;

/**
 * Whether a kernel is a column times a row: two thin convolutions after each other then give what the thick one gives.
 *
 * @param singularValues the greatest first, min(height, width) of them
 * @param rank           how many of them are above {@link #tolerance}
 * @param factors        column and row, where the rank is 1
 */
public record Separable(Kernel kernel, double[] singularValues, int rank, Optional<Factors> factors) {

    private static final double FLOAT_STEP = 0x1p-23;

    public static Separable of(Kernel kernel) {
        double[] values = SingularValues.of(kernel);
        double limit = tolerance(kernel, values[0]);
        int rank = 0;
        for (double value : values) {
            rank += value > limit ? 1 : 0;
        }
        return new Separable(kernel, values, rank, rank == 1 ? Optional.of(Factors.of(kernel)) : Optional.empty());
    }

    /** A singular value up to this counts as 0: the greatest · the longer side · 2⁻²³, as NumPy's matrix_rank counts for float32. */
    public double tolerance() {
        return tolerance(kernel, singularValues[0]);
    }

    private static double tolerance(Kernel kernel, double greatest) {
        return greatest * Math.max(kernel.height(), kernel.width()) * FLOAT_STEP;
    }

    @Override
    public double[] singularValues() {
        return singularValues.clone();
    }

    /** Multiplications of the kernel as it is, for one output pixel. */
    public int multiplications() {
        return kernel.height() * kernel.width();
    }

    /** Multiplications of column and row after each other, for one output pixel. */
    public int multiplicationsApart() {
        return kernel.height() + kernel.width();
    }

    /** A column times a row, and neither of them a single number. */
    public boolean saves() {
        return rank == 1 && multiplicationsApart() < multiplications();
    }

    /** "separable", "not separable: rank 2", "one row already". */
    public String verdict() {
        if (rank == 0) {
            return "all zeros";
        }
        if (kernel.height() == 1 || kernel.width() == 1) {
            return multiplications() == 1 ? "a single number" : kernel.height() == 1 ? "one row already" : "one column already";
        }
        return rank > 1 ? "not separable: rank %d".formatted(rank) : "separable";
    }

    /** "9 multiplications become 6". */
    public String saving() {
        return saves()
                ? "%d multiplications become %d".formatted(multiplications(), multiplicationsApart())
                : "%d multiplications stay %d".formatted(multiplications(), multiplicationsApart());
    }
}
