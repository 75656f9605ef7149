package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementwiseTest {
    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    interface Forward {
        void apply(Kernels kernels, float[] x, float[] y, int n);
    }

    interface Backward {
        void apply(Kernels kernels, float[] y, float[] dy, float[] dx, int n);
    }

    static Stream<Forward> forwards() {
        return Stream.of(Kernels::relu, Kernels::sigmoid, Kernels::tanh, Kernels::silu, Kernels::gelu, Kernels::geluTanh,
                (kernels, x, y, n) -> kernels.leakyRelu(-0.3f, x, y, n), (kernels, x, y, n) -> kernels.axpy(0.3f, x, y, n),
                (kernels, x, y, n) -> {
                    System.arraycopy(x, 0, y, 0, n);
                    kernels.scale(0.3f, y, n);
                });
    }

    static Stream<Backward> backwards() {
        return Stream.of(Kernels::reluBackward, Kernels::sigmoidBackward, Kernels::tanhBackward, Kernels::scale, Kernels::siluBackward,
                Kernels::geluBackward, Kernels::geluTanhBackward, (kernels, x, dy, dx, n) -> kernels.leakyReluBackward(-0.3f, x, dy, dx, n));
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void forwardAgreesWithThePlainTwin(Forward forward) {
        IntStream.concat(IntStream.of(Samples.sizes()), IntStream.of(40_000)).forEach(n -> {
            float[] x = samples.floats(n + 1);
            float[] expected = samples.floats(n + 1);
            float[] actual = expected.clone();

            forward.apply(plain, x, expected, n);
            forward.apply(vector, x, actual, n);

            Agreement.within(5e-7f, actual, expected, "n = " + n);
        });
    }

    @ParameterizedTest
    @MethodSource("backwards")
    void backwardAgreesWithThePlainTwin(Backward backward) {
        IntStream.concat(IntStream.of(Samples.sizes()), IntStream.of(40_000)).forEach(n -> {
            float[] y = samples.floats(n + 1);
            float[] dy = samples.floats(n + 1);
            float[] expected = samples.floats(n + 1);
            float[] actual = expected.clone();

            backward.apply(plain, y, dy, expected, n);
            backward.apply(vector, y, dy, actual, n);

            Agreement.within(5e-6f, actual, expected, "n = " + n);
        });
    }

    @Test
    void dropoutMasksHaveTheBitsOfThePlainTwin() {
        for (long seed : new long[] {0, 1, -7, Long.MAX_VALUE, 0x1234_5678_9ABC_DEF0L}) {
            for (double p : new double[] {0, 1e-3, 0.2, 0.5, 0.99}) {
                float[] expected = samples.floats(40_000);
                float[] actual = expected.clone();

                plain.dropoutMask(seed, p, expected, 39_999);
                vector.dropoutMask(seed, p, actual, 39_999);

                assertThat(actual).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void notANumberPassesForward(Forward forward) {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            float[] x = samples.floats(50);
            x[3] = Float.NaN;
            x[49] = Float.NaN;
            float[] y = samples.floats(50);

            forward.apply(kernels, x, y, 50);

            assertThat(y[2]).isNotNaN();
            assertThat(y[3]).isNaN();
            assertThat(y[49]).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("backwards")
    void notANumberPassesBackward(Backward backward) {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            float[] y = samples.floats(50);
            float[] dy = samples.floats(50);
            y[3] = 0.5f;
            dy[3] = Float.NaN;
            y[49] = Float.NaN;
            dy[49] = Float.NaN;
            float[] dx = samples.floats(50);

            backward.apply(kernels, y, dy, dx, 50);

            assertThat(dx[2]).isNotNaN();
            assertThat(dx[3]).isNaN();
            assertThat(dx[49]).isNaN();
        }
    }

    @Test
    void sigmoidAndTanhEndAtTheirLimits() {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            float[] x = {-1e30f, -200, -100, -20, 0, 20, 100, 200, 1e30f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
            float[] y = new float[x.length];

            kernels.sigmoid(x, y, x.length);
            assertThat(y).containsExactly(new float[] {0, 0, 0, 2.0611537e-9f, 0.5f, 1, 1, 1, 1, 0, 1}, Offset.offset(1e-15f));

            kernels.tanh(x, y, x.length);
            assertThat(y).containsExactly(new float[] {-1, -1, -1, -1, 0, 1, 1, 1, 1, -1, 1}, Offset.offset(1.2e-7f));
        }
    }

    @Test
    void tanhIsExactForSmallNumbers() {
        float[] x = {1e-8f, -3e-5f, 1e-3f, 0.01f, -0.2f, 0.4f};
        float[] y = new float[x.length];

        vector.tanh(x, y, x.length);

        for (int i = 0; i < x.length; i++) {
            double expected = Math.tanh(x[i]);
            assertThat(y[i] / expected).isCloseTo(1, Offset.offset(4e-7));
        }
    }

    /** What the compiled loops give, as vectors or one by one, is what the interpreted ones gave. */
    @Test
    void geluAndSiluGiveTheSameBitsOneByOneAndManyAtOnce() {
        float[] x = new float[4000];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 2000) / 200f;
        }
        for (Forward forward : new Forward[] {Kernels::silu, Kernels::gelu, Kernels::geluTanh, Kernels::relu}) {
            float[] many = new float[x.length];
            forward.apply(vector, x, many, x.length);
            for (int i = 0; i < x.length; i++) {
                float[] single = {x[i]};
                forward.apply(vector, single, single, 1);
                assertThat(single[0]).isEqualTo(many[i]);
            }
        }
        float[] ones = new float[x.length];
        Arrays.fill(ones, 1);
        for (Backward backward : new Backward[] {Kernels::siluBackward, Kernels::geluBackward, Kernels::geluTanhBackward}) {
            float[] many = new float[x.length];
            backward.apply(vector, x, ones, many, x.length);
            for (int i = 0; i < x.length; i++) {
                float[] single = {1};
                backward.apply(vector, new float[] {x[i]}, single, single, 1);
                assertThat(single[0]).isEqualTo(many[i]);
            }
        }
    }

    /** torch.nn.functional.gelu of float64 numbers; the second column with approximate="tanh". */
    @Test
    void geluHasPublishedValues() {
        float[] x = {-3, -1, -0.5f, 0, 0.5f, 1, 3};
        double[] exact = {-0.00404969, -0.15865525, -0.15426877, 0, 0.34573123, 0.84134475, 2.99595031};
        double[] byTanh = {-0.00363739, -0.15880801, -0.15428599, 0, 0.34571401, 0.84119199, 2.99636261};
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            float[] y = new float[x.length];
            kernels.gelu(x, y, x.length);
            for (int i = 0; i < x.length; i++) {
                assertThat((double) y[i]).isCloseTo(exact[i], Offset.offset(4e-7));
            }
            kernels.geluTanh(x, y, x.length);
            for (int i = 0; i < x.length; i++) {
                assertThat((double) y[i]).isCloseTo(byTanh[i], Offset.offset(4e-7));
            }
        }
    }
}
