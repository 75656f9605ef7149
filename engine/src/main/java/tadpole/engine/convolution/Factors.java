package tadpole.engine.convolution;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import tadpole.engine.recipe.Words;

/**
 * A kernel of rank 1 as (over / under) · column · row.
 *
 * @param column one number for each of the kernel's rows
 * @param row    one number for each of its columns
 * @param over   1 but where a fraction makes whole numbers of the others
 * @param exact  whether column and row are whole numbers whose product, rounded to float, is the kernel to its last bit
 */
public record Factors(double[] column, double[] row, long over, long under, boolean exact) {

    private static final int MOST_WHOLE = 999;
    private static final int MOST_UNDER = 10_000;
    private static final double SAME = 1e-6;
    private static final int DIGITS = 4;

    /** @param kernel of rank 1 */
    static Factors of(Kernel kernel) {
        int size = kernel.width();
        float[] values = kernel.values();
        int pivot = 0;
        for (int i = 0; i < values.length; i++) {
            pivot = Math.abs(values[i]) > Math.abs(values[pivot]) ? i : pivot;
        }
        double[] column = new double[kernel.height()];
        double[] row = new double[size];
        for (int u = 0; u < column.length; u++) {
            column[u] = kernel.at(u, pivot % size);
        }
        for (int v = 0; v < size; v++) {
            row[v] = kernel.at(pivot / size, v);
        }
        return whole(kernel, column, row, pivot);
    }

    private static Factors whole(Kernel kernel, double[] column, double[] row, int pivot) {
        double[] wholeColumn = whole(column);
        double[] wholeRow = whole(row);
        if (wholeColumn.length == 0 || wholeRow.length == 0) {
            return rounded(kernel, column, row, pivot);
        }
        if (Arrays.stream(wholeColumn).filter(each -> each != 0).findFirst().orElse(1) < 0) {
            negate(wholeColumn);
        }
        double middle = kernel.at(pivot / row.length, pivot % row.length);
        double scale = middle / (wholeColumn[pivot / row.length] * wholeRow[pivot % row.length]);
        if (scale < 0) {
            negate(wholeRow);
            scale = -scale;
        }
        for (long under = 1; under <= MOST_UNDER; under++) {
            long over = Math.round(scale * under);
            if (over > 0 && Math.abs(over - scale * under) <= SAME * over) {
                Factors factors = new Factors(wholeColumn, wholeRow, over, under, true).folded();
                if (factors.product().equals(kernel)) {
                    return factors;
                }
            }
        }
        return rounded(kernel, column, row, pivot);
    }

    /** A whole factor goes into the row. */
    private Factors folded() {
        return under == 1 ? new Factors(column, Arrays.stream(row).map(each -> each * over).toArray(), 1, 1, exact) : this;
    }

    /** Both of about the same length, the column's first number above 0: what can only be printed rounded. */
    private static Factors rounded(Kernel kernel, double[] column, double[] row, int pivot) {
        double middle = kernel.at(pivot / row.length, pivot % row.length);
        double columns = Math.sqrt(Math.abs(middle)) / middle;
        double sign = Math.signum(columns * Arrays.stream(column).filter(each -> each != 0).findFirst().orElse(1));
        double[] scaledColumn = Arrays.stream(column).map(each -> sign * each * columns + 0.0).toArray();
        double[] scaledRow = Arrays.stream(row).map(each -> sign * each / Math.sqrt(Math.abs(middle)) + 0.0).toArray();
        return new Factors(scaledColumn, scaledRow, 1, 1, false);
    }

    /** The smallest whole numbers in the same ratio, or none where they would be above 999. */
    private static double[] whole(double[] values) {
        double least = Arrays.stream(values).map(Math::abs).filter(each -> each > 0).min().orElse(1);
        for (int times = 1; times <= MOST_WHOLE; times++) {
            double factor = times / least;
            if (Arrays.stream(values).allMatch(each -> isWhole(each * factor))) {
                return Arrays.stream(values).map(each -> Math.rint(each * factor) + 0.0).toArray();
            }
        }
        return new double[0];
    }

    private static boolean isWhole(double value) {
        return Math.abs(value) <= MOST_WHOLE && Math.abs(value - Math.rint(value)) <= SAME * Math.max(1, Math.abs(value));
    }

    private static void negate(double[] values) {
        Arrays.setAll(values, i -> 0.0 - values[i]);
    }

    @Override
    public double[] column() {
        return column.clone();
    }

    @Override
    public double[] row() {
        return row.clone();
    }

    /** Multiplied out and rounded to float. */
    public Kernel product() {
        double[] values = new double[column.length * row.length];
        Arrays.setAll(values, i -> column[i / row.length] * row[i % row.length] * over / under);
        return KernelGrids.kernel(column.length, row.length, values);
    }

    /** "[1 2 1]ᵀ · [-1 0 1]", "1/9 · [1 1 1]ᵀ · [1 1 1]"; with four digits, and said so, where they are no whole numbers. */
    public String words() {
        String fraction = under == 1 ? "" : "%d/%d · ".formatted(over, under);
        return fraction + list(column) + "ᵀ · " + list(row) + (exact ? "" : " (rounded)");
    }

    private static String list(double[] values) {
        return DoubleStream.of(values).mapToObj(each -> Words.rounded(each, DIGITS)).collect(Collectors.joining(" ", "[", "]"));
    }
}
