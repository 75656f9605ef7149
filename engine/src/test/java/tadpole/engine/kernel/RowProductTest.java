package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowProductTest {

    private final Samples samples = new Samples();

    /** y of one row, with what is dirty behind its end. */
    private static float[] product(RowProduct kernel, float[] x, Matrix w, float[] bias, long version) {
        float[] y = new float[w.rows() + 3];
        Arrays.fill(y, 9);
        kernel.linear(x, w, bias, version, y);
        return y;
    }

    private static float[] linear(Kernels kernels, float[] x, Matrix w, float[] bias) {
        float[] y = new float[w.rows() + 3];
        Arrays.fill(y, 9);
        kernels.linear(Matrix.of(x, 1, w.columns()), w.transpose(), bias, Matrix.of(y, 1, w.rows()));
        return y;
    }

    @Test
    void agreesWithThePlainTwinAndHasTheBitsOfTheProductOfManyRows() {
        try (Workers workers = new Workers(2)) {
            Kernels vector = Kernels.vector(workers);
            RowProduct kernel = vector.rowProduct();
            int version = 0;
            for (int out : Samples.sizes()) {
                for (int in : new int[] {1, 2, 9, 33, 130}) {
                    check(vector, kernel, in, out, version++);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"128, 512", "100, 2500", "384, 342", "385, 400", "770, 500", "1024, 100", "1025, 100", "2100, 60", "200, 6001", "1500, 801"})
    void agreesForLargerSizes(int in, int out) {
        try (Workers workers = new Workers(3)) {
            Kernels vector = Kernels.vector(workers);
            check(vector, vector.rowProduct(), in, out, 0);
        }
    }

    private void check(Kernels vector, RowProduct kernel, int in, int out, long version) {
        float[] x = samples.floats(in + 1);
        Matrix w = samples.view(out, in);
        float[] bias = samples.floats(out);
        float[] y = product(kernel, x, w, bias, version);

        assertThat(y).as("%d inputs, %d outputs", in, out).isEqualTo(linear(vector, x, w, bias));
        try (Workers one = new Workers(1)) {
            Agreement.within(1e-6f * (4 + in), y, product(Kernels.plain(one).rowProduct(), x, w, bias, version), in + " inputs, " + out + " outputs");
        }
    }

    @Test
    void followsTheWeightsWhenTheirVersionChanges() {
        try (Workers workers = new Workers(2)) {
            for (Kernels kernels : new Kernels[] {Kernels.plain(workers), Kernels.vector(workers)}) {
                RowProduct kernel = kernels.rowProduct();
                Matrix w = samples.matrix(70, 40);
                float[] x = samples.floats(40);
                float[] bias = samples.floats(70);
                product(kernel, x, w, bias, 0);
                w.data()[40 * 69 + 3] += 1;

                assertThat(product(kernel, x, w, bias, 1)).isEqualTo(linear(kernels, x, w, bias));
            }
        }
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() {
        float[] x = samples.floats(900);
        Matrix w = samples.matrix(1300, 900);
        float[] bias = samples.floats(1300);
        float[] expected = {};
        for (int threads = 1; threads <= 4; threads++) {
            try (Workers workers = new Workers(threads)) {
                float[] y = product(Kernels.vector(workers).rowProduct(), x, w, bias, 0);
                expected = threads == 1 ? y : expected;

                assertThat(y).as("%d threads", threads).isEqualTo(expected);
            }
        }
    }
}
