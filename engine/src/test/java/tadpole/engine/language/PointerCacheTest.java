package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.language.PointerCache.Pointed;

class PointerCacheTest {

    private static final int HIDDEN = 7;
    private static final int VOCABULARY = 11;

    private static PointerCache cache(double theta, int window, String begins) {
        return new PointerCache(TestSettings.of(PointerCache.RECIPE, Map.of("theta", theta, "lambda", 0.3, "window", window, "begins", begins)), HIDDEN, VOCABULARY);
    }

    private static float[][] states(int count, double size) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] states = new float[count][HIDDEN];
        for (float[] state : states) {
            for (int unit = 0; unit < HIDDEN; unit++) {
                state[unit] = (float) (random.nextDouble(-1, 1) * size);
            }
        }
        return states;
    }

    private static int[] ids(int count) {
        return new SplittableRandom(4).ints(count, 0, VOCABULARY).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, first", "1, 5, first", "0, 5, first", "0.66, 5, full", "3, 1, full", "1, 2500, first", "1, 1024, full", "2, 1025, full", "100, 40, first"})
    void streamingIsTheFormula(double theta, int window, String begins) {
        int length = 2600;
        float[][] states = states(length, 1);
        int[] ids = ids(length + 1);
        PointerCache cache = cache(theta, window, begins);
        float[] room = new float[VOCABULARY];

        for (int t = 0; t < length; t++) {
            if (t > 0) {
                cache.add(states[t - 1], ids[t]);
            }
            if (t > 12 && t % 97 != 0 && Math.abs(t - window) > 2) {
                continue;
            }
            Arrays.fill(room, 9);
            double[] wanted = PlainPointer.probabilities(states, ids, t, theta, window, begins.equals("full"), VOCABULARY);
            assertThat(cache.probabilities(states[t], room)).isEqualTo(wanted != null);
            if (wanted == null) {
                assertThat(room).containsOnly(9);
                continue;
            }
            assertThat(sum(room)).isCloseTo(1, within(1e-6));
            for (int id = 0; id < VOCABULARY; id++) {
                assertThat((double) room[id]).isCloseTo(wanted[id], within(1e-4 * theta / 10 + 1e-6));
                assertThat(cache.probability(id)).isCloseTo(room[id], within(1e-7));
            }
        }
    }

    @Test
    void hugeStatesDoNotOverflow() {
        float[][] states = states(30, 1e6);
        PointerCache cache = cache(100, 30, "first");
        float[] room = new float[VOCABULARY];

        for (int i = 0; i < 29; i++) {
            cache.add(states[i], i % VOCABULARY);
            assertThat(cache.probabilities(states[i + 1], room)).isTrue();
            assertThat(sum(room)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void theMixtureSumsToOneAndIsThePlainOneWhereTheCacheIsEmpty() {
        float[][] states = states(2, 1);
        PointerCache cache = cache(1, 10, "first");
        float[] even = new float[VOCABULARY];
        Arrays.fill(even, 1f / VOCABULARY);
        float[] mixed = even.clone();

        cache.attend(states[0]);
        cache.mix(mixed);
        assertThat(mixed).isEqualTo(even);

        cache.add(states[0], 4);
        cache.attend(states[1]);
        cache.mix(mixed);
        assertThat(sum(mixed)).isCloseTo(1, within(1e-6));
        assertThat(mixed[4]).isCloseTo(0.7f / VOCABULARY + 0.3f, within(1e-6f));
    }

    @Test
    void pointsToTheStrongestAndOfEqualOnesToTheLatest() {
        PointerCache cache = cache(2, 3, "first");
        float[] state = new float[HIDDEN];
        state[0] = 1;
        cache.add(scaled(state, 9), 8);
        cache.add(scaled(state, 0.5f), 1);
        cache.add(scaled(state, 1), 2);
        cache.add(scaled(state, 0.5f), 3);

        double sum = Math.exp(2) + 2 * Math.exp(1);
        List<Pointed> pointed = cache.pointed(state, 2);

        assertThat(pointed).extracting(Pointed::back).containsExactly(2, 1);
        assertThat(pointed).extracting(Pointed::id).containsExactly(2, 3);
        assertThat(pointed.get(0).attention()).isCloseTo(Math.exp(2) / sum, within(1e-6));
        assertThat(pointed.get(1).attention()).isCloseTo(Math.exp(1) / sum, within(1e-6));
        assertThat(cache.pointed(state, 10)).hasSize(3);
    }

    @Test
    void forgetsAll() {
        PointerCache cache = cache(1, 2, "first");
        float[][] states = states(4, 1);
        cache.add(states[0], 1);
        cache.add(states[1], 2);
        cache.add(states[2], 3);

        cache.forget();

        assertThat(cache.probabilities(states[3], new float[VOCABULARY])).isFalse();
        assertThat(cache.pointed(states[3], 5)).isEmpty();
        cache.add(states[0], 7);
        cache.attend(states[3]);
        assertThat(cache.probability(7)).isEqualTo(1);
    }

    @Test
    void refusesAStateOfAnotherLength() {
        assertThatThrownBy(() -> cache(1, 2, "first").add(new float[3], 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("The cache takes states of 7 numbers, but this one has 3.");
    }

    private static float[] scaled(float[] state, float by) {
        float[] scaled = state.clone();
        scaled[0] *= by;
        return scaled;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
