package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {
    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    interface Forward {
        void apply(Kernels kernels, Matrix x, Matrix y);
    }

    interface Backward {
        void apply(Kernels kernels, Matrix y, Matrix dy, Matrix dx);
    }

    static Stream<Forward> forwards() {
        return Stream.of(Kernels::softmax, Kernels::logSoftmax);
    }

    static Stream<Backward> backwards() {
        return Stream.of(Kernels::softmaxBackward, Kernels::logSoftmaxBackward);
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void forwardAgreesWithThePlainTwin(Forward forward) {
        for (int rows : new int[] {0, 1, 3, 1000}) {
            for (int columns : Samples.sizes()) {
                for (Matrix x : new Matrix[] {samples.view(rows, columns), samples.view(columns, rows).transpose()}) {
                    Matrix expected = samples.view(rows, columns);
                    Matrix actual = Samples.copy(expected);

                    forward.apply(plain, x, expected);
                    forward.apply(vector, x, actual);

                    Agreement.within(2e-6f, actual.data(), expected.data(), rows + " rows of " + columns);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("backwards")
    void backwardAgreesWithThePlainTwin(Backward backward) {
        for (int rows : new int[] {0, 1, 3, 1000}) {
            for (int columns : Samples.sizes()) {
                Matrix y = samples.view(rows, columns);
                Matrix dy = samples.view(rows, columns);
                Matrix expected = samples.view(rows, columns);
                Matrix actual = Samples.copy(expected);

                backward.apply(plain, y, dy, expected);
                backward.apply(vector, y, dy, actual);

                Agreement.within(5e-5f, actual.data(), expected.data(), rows + " rows of " + columns);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void notANumberFillsItsRowOnly(Forward forward) {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            Matrix x = samples.matrix(3, 37);
            x.data()[x.index(1, 36)] = Float.NaN;
            Matrix y = samples.matrix(3, 37);

            forward.apply(kernels, x, y);

            assertThat(y.data()[y.index(1, 0)]).isNaN();
            assertThat(y.data()[y.index(0, 36)]).isNotNaN();
            assertThat(y.data()[y.index(2, 0)]).isNotNaN();
        }
    }

    @Test
    void softmaxStandsLargeLogits() {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            Matrix x = Matrix.of(new float[] {1000, 1001, -1000, 999}, 1, 4);
            Matrix y = samples.matrix(1, 4);

            kernels.softmax(x, y);
            assertThat(y.data()).containsExactly(new float[] {0.24472848f, 0.66524094f, 0, 0.09003057f}, Offset.offset(1e-6f));

            kernels.logSoftmax(x, y);
            assertThat(y.data()).containsExactly(new float[] {-1.4076059f, -0.4076059f, -2001.4076f, -2.4076059f}, Offset.offset(2e-4f));
        }
    }

    @Test
    void biasAndColumnSumsAgreeWithThePlainTwin() {
        for (int rows : new int[] {0, 1, 3, 1000}) {
            for (int columns : Samples.sizes()) {
                for (Matrix x : new Matrix[] {samples.view(rows, columns), samples.view(columns, rows).transpose()}) {
                    float[] bias = samples.floats(columns);
                    Matrix expected = Samples.copy(x);
                    Matrix actual = Samples.copy(x);
                    plain.addBias(expected, bias);
                    vector.addBias(actual, bias);
                    assertThat(actual.data()).containsExactly(expected.data());

                    float[] expectedSums = samples.floats(columns);
                    float[] actualSums = expectedSums.clone();
                    plain.addColumnSums(x, expectedSums);
                    vector.addColumnSums(x, actualSums);
                    Agreement.within(1e-4f, actualSums, expectedSums, rows + " rows of " + columns);
                }
            }
        }
    }

    @Test
    void refusesABiasOfAnotherLength() {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            assertThatThrownBy(() -> kernels.addBias(samples.matrix(2, 3), new float[4]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A matrix of 2x3 takes 3 numbers, one a column, but got 4.");
        }
    }
}
