package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UpdatesTest {
    private final Workers workers = new Workers(3);
    private final Updates plain = Kernels.plain(workers).updates();
    private final Updates vector = Kernels.vector(workers).updates();
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    interface Rule {
        void apply(Updates updates, Updates.Weights weights, float[] a, float[] b, float[] c);
    }

    static Stream<Rule> rules() {
        Updates.Adam adam = new Updates.Adam(0.1, 0.98, 0.9, 0.999, 0.02, 3, 1e-3, 1e-4);
        return Stream.of(
                (updates, w, a, b, c) -> updates.momentum(new Updates.Momentum(0.1, 0.9, 0.7, 0.01, 0.02), w, a),
                (updates, w, a, b, c) -> updates.rmsProp(new Updates.RmsProp(0.1, 0.9, false, 0, 0.01, 1e-3, 1e-4), w, a, b, c),
                (updates, w, a, b, c) -> updates.rmsProp(new Updates.RmsProp(0.1, 0.9, true, 0.5, 0.01, 1e-3, 1e-4), w, a, b, c),
                (updates, w, a, b, c) -> updates.adagrad(new Updates.Adagrad(0.1, 0.01, 1e-4), w, a),
                (updates, w, a, b, c) -> updates.adadelta(new Updates.Adadelta(0.1, 0.9, 0.5, 1e-4), w, a, b),
                (updates, w, a, b, c) -> updates.adam(adam, w, b, a),
                (updates, w, a, b, c) -> updates.adamGreatest(adam, w, b, a, c),
                (updates, w, a, b, c) -> updates.clip(0.3f, w.value(), w.n()),
                (updates, w, a, b, c) -> updates.addSign(0.3f, w.gradient(), w.value(), w.n()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bothTwinsGiveTheSameBits(Rule rule) {
        IntStream.concat(IntStream.of(Samples.sizes()), IntStream.of(40_000)).forEach(n -> {
            float[][] expected = numbers(n);
            float[][] actual = Stream.of(expected).map(float[]::clone).toArray(float[][]::new);

            apply(rule, plain, expected, n);
            apply(rule, vector, actual, n);

            assertThat(actual).as("n = %d", n).isDeepEqualTo(expected);
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void notANumberPasses(Rule rule) {
        for (Updates updates : new Updates[] {plain, vector}) {
            float[][] numbers = numbers(50);
            numbers[0][3] = Float.NaN;
            numbers[1][3] = Float.NaN;

            apply(rule, updates, numbers, 50);

            assertThat(numbers[0][3]).isNaN();
            assertThat(numbers[0][2]).isNotNaN();
        }
    }

    @Test
    void sumsAgreeWithThePlainTwin() {
        IntStream.concat(IntStream.of(Samples.sizes()), IntStream.of(40_000)).forEach(n -> {
            float[] x = samples.floats(n + 1);
            float[] y = samples.floats(n + 1);

            assertThat(vector.dot(x, y, n)).isCloseTo(plain.dot(x, y, n), within(1e-11 * (1 + n)));
            assertThat(vector.sumOfAbsolutes(x, n)).isCloseTo(plain.sumOfAbsolutes(x, n), within(1e-11 * (1 + n)));
        });
    }

    /** Values, gradients, and what is never below 0 beside what may be. */
    private float[][] numbers(int n) {
        float[][] numbers = {samples.floats(n + 1), samples.floats(n + 1), samples.floats(n + 1), samples.floats(n + 1), samples.floats(n + 1)};
        for (int i = 0; i <= n; i++) {
            numbers[2][i] = Math.abs(numbers[2][i]);
            numbers[3][i] = Math.abs(numbers[3][i]);
        }
        return numbers;
    }

    private static void apply(Rule rule, Updates updates, float[][] numbers, int n) {
        rule.apply(updates, new Updates.Weights(numbers[0], numbers[1], n), numbers[2], numbers[3], numbers[4]);
    }
}
