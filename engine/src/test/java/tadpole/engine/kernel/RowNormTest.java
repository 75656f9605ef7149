package tadpole.engine.kernel;

import org.junit.jupiter.api.Test;

class RowNormTest {
    private final Samples samples = new Samples();

    @Test
    void agreesWithThePlainTwinForAnyWidth() {
        try (Workers workers = new Workers(2)) {
            for (int columns : new int[] {1, 2, 3, 7, 8, 15, 16, 17, 33, 64, 3072}) {
                for (int rows : new int[] {1, 2, 37}) {
                    agrees(Kernels.plain(workers).rowNorm(1e-5f), Kernels.vector(workers).rowNorm(1e-5f), rows, columns);
                }
            }
        }
    }

    private void agrees(RowNorm plain, RowNorm vector, int rows, int columns) {
        String what = rows + "x" + columns;
        Matrix x = matrix(rows, columns);
        Matrix dy = matrix(rows, columns);
        float[] w = samples.floats(columns);
        float[] b = samples.floats(columns);
        RowNorm.Rows expected = new RowNorm.Rows(samples.floats(rows), samples.floats(rows));
        RowNorm.Rows actual = new RowNorm.Rows(samples.floats(rows), samples.floats(rows));
        plain.measure(x, expected);
        vector.measure(x, actual);
        if (columns > 2) {
            Agreement.within(2e-6f, actual.mean(), expected.mean(), what);
            Agreement.within(5e-6f, actual.scale(), expected.scale(), what);
        }
        Matrix y = matrix(rows, columns);
        Matrix other = matrix(rows, columns);
        plain.forward(x, expected, w, b, y);
        vector.forward(x, expected, w, b, other);
        Agreement.within(5e-6f, other.data(), y.data(), what);
        plain.products(x, expected, dy, y);
        vector.products(x, expected, dy, other);
        Agreement.within(5e-6f, other.data(), y.data(), what);
        plain.inputGradient(x, expected, w, dy, y);
        vector.inputGradient(x, expected, w, dy, other);
        if (columns > 2) {
            Agreement.within(2e-5f, other.data(), y.data(), what);
        }
    }

    private Matrix matrix(int rows, int columns) {
        return Matrix.of(samples.floats(rows * columns), rows, columns);
    }
}
