package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTest {
    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithThePlainTwinForSmallSizesInAllTranspositions() {
        int[] sizes = {0, 1, 2, 3, 7, 8, 9, 16, 17, 31, 47, 48, 49, 97};
        for (int m : sizes) {
            for (int n : sizes) {
                for (int k : new int[] {0, 1, 2, 9, 33}) {
                    compareAllTranspositions(m, k, n);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 784, 100", "784, 64, 100", "64, 100, 784", "128, 784, 50", "784, 128, 50", "100, 1000, 131", "1601, 9, 11",
            "11, 9, 3211", "5, 1203, 3", "1, 500, 300", "300, 500, 1", "200, 1, 200", "32, 256, 1024", "130, 385, 240", "130, 900, 300", "1600, 400, 350"})
    void agreesWithThePlainTwinForLargerSizesInAllTranspositions(int m, int k, int n) {
        compareAllTranspositions(m, k, n);
    }

    private void compareAllTranspositions(int m, int k, int n) {
        for (int flags = 0; flags < 8; flags++) {
            Matrix a = (flags & 1) == 0 ? samples.view(m, k) : samples.view(k, m).transpose();
            Matrix b = (flags & 2) == 0 ? samples.matrix(k, n) : samples.view(n, k).transpose();
            Matrix c = (flags & 4) == 0 ? samples.view(m, n) : samples.view(n, m).transpose();
            compare(a, b, c);
        }
    }

    private void compare(Matrix a, Matrix b, Matrix c) {
        float bound = 1e-6f * (4 + a.columns());
        String sizes = a.rows() + "x" + a.columns() + "x" + b.columns() + " " + a.transposed() + b.transposed() + c.transposed();
        Matrix expected = Samples.copy(c);
        Matrix actual = Samples.copy(c);

        plain.multiply(a, b, expected);
        vector.multiply(a, b, actual);
        Agreement.within(bound, actual.data(), expected.data(), sizes);

        plain.addProduct(a, b, expected);
        vector.addProduct(a, b, actual);
        Agreement.within(bound, actual.data(), expected.data(), sizes);
    }

    @Test
    void linearAddsTheBiasAndCutsAtZero() {
        for (int n : Samples.sizes()) {
            Matrix x = samples.matrix(9, 20);
            Matrix w = samples.matrix(20, n);
            float[] bias = samples.floats(n);
            Matrix expected = samples.view(9, n);
            Matrix actual = Samples.copy(expected);

            plain.linear(x, w, bias, expected);
            vector.linear(x, w, bias, actual);
            Agreement.within(1e-5f, actual.data(), expected.data(), "linear");

            plain.linearRelu(x, w, bias, expected);
            vector.linearRelu(x, w, bias, actual);
            Agreement.within(1e-5f, actual.data(), expected.data(), "linearRelu");
        }
    }

    @Test
    void notANumberPassesThroughEvenTimesZero() {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            Matrix a = Matrix.of(new float[64 * 64], 64, 64);
            Matrix b = Matrix.of(new float[64 * 64], 64, 64);
            a.data()[a.index(3, 60)] = Float.NaN;
            Matrix c = samples.matrix(64, 64);

            kernels.multiply(a, b, c);
            assertThat(c.data()[c.index(3, 0)]).isNaN();
            assertThat(c.data()[c.index(4, 0)]).isZero();

            kernels.linearRelu(a, b, new float[64], c);
            assertThat(c.data()[c.index(3, 63)]).isNaN();
        }
    }
}
