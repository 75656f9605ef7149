package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingTest {
    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    static Stream<PoolingShape> shapes() {
        return Stream.concat(
                Stream.of(new PoolingShape(3, 5, 8, 12, 2, 2, 0), new PoolingShape(1, 3, 9, 7, 2, 2, 0), new PoolingShape(40, 20, 24, 24, 2, 2, 0),
                        new PoolingShape(0, 3, 9, 7, 2, 2, 0), new PoolingShape(1, 1, 2, 2, 2, 2, 0), new PoolingShape(2, 3, 8, 8, 8, 1, 0),
                        new PoolingShape(0, 3, 9, 7, 3, 2, 1), new PoolingShape(1, 1, 1, 1, 1, 1, 0), new PoolingShape(1, 1, 1, 1, 2, 1, 1),
                        new PoolingShape(64, 16, 32, 32, 3, 2, 1)),
                Stream.of(1, 2, 3, 4, 5, 8).flatMap(window -> Stream.of(1, 2, 3, 7).flatMap(stride -> Stream.of(0, 1, window / 2)
                        .filter(padding -> 2 * padding <= window).distinct().flatMap(padding -> Stream.of(8, 19, 35)
                                .map(size -> new PoolingShape(2, 3, size + 1, size, window, stride, padding))))));
    }

    @Test
    void everyWayIsTaken() {
        assertThat(shapes().map(vector::pooling).map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Ways.of(Pooling.class));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void agreesWithThePlainTwin(PoolingShape shape) {
        float[] x = samples.floats(shape.inputSize());
        float[] dy = samples.floats(shape.outputSize());
        float[] expected = samples.floats(shape.outputSize());
        float[] actual = samples.floats(shape.outputSize());
        float[] expectedBack = samples.floats(shape.inputSize());
        float[] actualBack = samples.floats(shape.inputSize());
        int[] expectedLargest = new int[shape.outputSize()];
        int[] actualLargest = new int[shape.outputSize()];

        plain.pooling(shape).max(x, expected, expectedLargest);
        vector.pooling(shape).max(x, actual, actualLargest);
        assertThat(actual).isEqualTo(expected);
        assertThat(actualLargest).isEqualTo(expectedLargest);

        plain.pooling(shape).maxBackward(dy, expectedLargest, expectedBack);
        vector.pooling(shape).maxBackward(dy, actualLargest, actualBack);
        assertThat(actualBack).isEqualTo(expectedBack);

        plain.pooling(shape).average(x, expected);
        vector.pooling(shape).average(x, actual);
        Agreement.within(1e-6f, actual, expected, "averages");

        plain.pooling(shape).averageBackward(dy, expectedBack);
        vector.pooling(shape).averageBackward(dy, actualBack);
        Agreement.within(1e-6f, actualBack, expectedBack, "gradients of averages");
    }

    @Test
    void takesTheFirstOfEqualOnesAndNotANumberBeforeAll() {
        PoolingShape shape = new PoolingShape(1, 1, 2, 8, 2, 2, 0);
        float[] x = {1, 1, 0, Float.NaN, 2, 3, -1, -2, 1, 1, 5, 5, Float.NaN, 9, -1, -1};
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            float[] y = new float[4];
            int[] largest = new int[4];

            kernels.pooling(shape).max(x, y, largest);

            assertThat(y).containsExactly(1, Float.NaN, Float.NaN, -1);
            assertThat(largest).containsExactly(0, 3, 12, 6);
        }
    }

    /** Few different numbers, so that every window has equal ones, several not-a-numbers, or nothing but negative infinity. */
    @ParameterizedTest
    @MethodSource("shapes")
    void choosesAmongEqualOnesAsThePlainTwin(PoolingShape shape) {
        float[] few = {1, -1, Float.NaN, Float.NEGATIVE_INFINITY, 0, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int kinds = 1; kinds <= few.length; kinds++) {
            float[] x = samples.floats(shape.inputSize());
            for (int i = 0; i < x.length; i++) {
                x[i] = few[few.length - 1 - Math.floorMod(Float.floatToIntBits(x[i]) >> 3, kinds)];
            }
            float[] expected = samples.floats(shape.outputSize());
            float[] actual = samples.floats(shape.outputSize());
            int[] expectedLargest = new int[shape.outputSize()];
            int[] actualLargest = new int[shape.outputSize()];

            plain.pooling(shape).max(x, expected, expectedLargest);
            vector.pooling(shape).max(x, actual, actualLargest);

            assertThat(actualLargest).isEqualTo(expectedLargest);
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void refusesAWindowLargerThanTheInput() {
        assertThatThrownBy(() -> new PoolingShape(1, 1, 3, 3, 4, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A window of 4 is larger than the padded input of 3x3, or there are no channels.");
    }
}
