package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickerTest {

    private static final Vocabulary LETTERS = new Vocabulary(Level.CHARACTER, List.of("a", "b", "c", " "));
    private static final Vocabulary WORDS = new Vocabulary(Level.WORD, List.of("<bos>", "<unk>", "frog", "pond", "<eos>"));

    private static Picker picker(Vocabulary vocabulary, Map<String, Object> changes) {
        return new Picker(TestSettings.of(Sampling.RECIPE, changes), vocabulary);
    }

    private static float[] probabilities(Vocabulary vocabulary, Map<String, Object> changes, int last, float... logits) {
        picker(vocabulary, changes).probabilities(logits, last);
        return logits;
    }

    @Test
    void temperatureDividesTheScores() {
        float[] probabilities = probabilities(LETTERS, Map.of("temperature", 2.0), -1, 0, 2, 4, 6);

        double sum = 1 + Math.exp(1) + Math.exp(2) + Math.exp(3);
        assertThat(probabilities).containsExactly(
                new float[] {(float) (1 / sum), (float) (Math.exp(1) / sum), (float) (Math.exp(2) / sum), (float) (Math.exp(3) / sum)}, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"0.01", "0.1", "1", "11", "100"})
    void noTemperatureOverflows(double temperature) {
        float[] probabilities = probabilities(LETTERS, Map.of("temperature", temperature), -1, -3e38f, 3e38f, 80, -3000);

        assertThat(sum(probabilities)).isCloseTo(1, within(1e-6));
        assertThat(probabilities[1]).isEqualTo(1);
    }

    @Test
    void scoresThatAreNoNumbersAreTheLowest() {
        float[] probabilities = probabilities(LETTERS, Map.of(), -1, Float.NaN, 1, Float.NEGATIVE_INFINITY, 1);

        assertThat(probabilities).containsExactly(0, 0.5f, 0, 0.5f);
    }

    @Test
    void greedyTakesTheLikeliestAndOfEqualOnesTheFirst() {
        assertThat(probabilities(LETTERS, Map.of("pick", "greedy"), -1, 1, 7, 7, 0)).containsExactly(0, 1, 0, 0);
    }

    @Test
    void topKLeavesKOfThemEvenWhereScoresAreEqual() {
        assertThat(probabilities(LETTERS, Map.of("pick", "topK", "topK", 2), -1, 5, 5, 5, 5)).containsExactly(0.5f, 0.5f, 0, 0);
        assertThat(probabilities(LETTERS, Map.of("pick", "topK", "topK", 99), -1, 5, 5, 5, 5)).containsExactly(0.25f, 0.25f, 0.25f, 0.25f);
    }

    @Test
    void nucleusKeepsTheLikeliestUntilTheyHaveTheShare() {
        float[] logits = {(float) Math.log(0.15), (float) Math.log(0.5), (float) Math.log(0.05), (float) Math.log(0.3)};

        assertThat(probabilities(LETTERS, Map.of("pick", "nucleus", "nucleus", 0.75, "temperature", 1.0), -1, logits))
                .containsExactly(new float[] {0, 0.625f, 0, 0.375f}, within(1e-6f));
    }

    @Test
    void nucleusKeepsAtLeastOne() {
        assertThat(probabilities(LETTERS, Map.of("pick", "nucleus", "nucleus", 0.01), -1, 1, 1, 1, 1)).containsExactly(1, 0, 0, 0);
    }

    @Nested
    class AtWordStarts {

        @Test
        void drawsBehindASpaceAndAtTheBeginning() {
            assertThat(probabilities(LETTERS, Map.of("pick", "wordStart"), 3, 1, 1, 1, 1)).containsOnly(0.25f);
            assertThat(probabilities(LETTERS, Map.of("pick", "wordStart"), -1, 1, 1, 1, 1)).containsOnly(0.25f);
        }

        @Test
        void takesTheLikeliestWithinAWord() {
            assertThat(probabilities(LETTERS, Map.of("pick", "wordStart"), 0, 1, 2, 1, 1)).containsExactly(0, 1, 0, 0);
        }

        @Test
        void everyWordIsAStart() {
            assertThat(probabilities(WORDS, Map.of("pick", "wordStart"), 2, 9, 9, 1, 1, 1)[3]).isCloseTo(1 / 3f, within(1e-6f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "greedy", "topK", "nucleus", "wordStart"})
    void tokensWithoutTextAreNeverPicked(String way) {
        float[] probabilities = probabilities(WORDS, Map.of("pick", way, "temperature", 1.0), 2, 90, 80, 1, 1, 0);

        assertThat(probabilities[0]).isZero();
        assertThat(probabilities[1]).isZero();
        assertThat(sum(probabilities)).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "greedy", "topK", "nucleus", "wordStart"})
    void aPickTakesOneRandomNumber(String way) {
        Picker picker = picker(LETTERS, Map.of("pick", way));
        int[] asked = {0};
        RandomGenerator counting = () -> {
            asked[0]++;
            return 1L << 62;
        };
        float[] logits = {1, 2, 3, 4};

        picker.probabilities(logits, 0);
        picker.pick(logits, counting);

        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void picksAsOftenAsProbabilitiesSay() {
        Picker picker = picker(LETTERS, Map.of());
        RandomGenerator random = new SplittableRandom(5);
        int[] counts = new int[4];

        for (int pick = 0; pick < 20_000; pick++) {
            counts[picker.pick(new float[] {0.5f, 0, 0.2f, 0.3f}, random)]++;
        }

        assertThat(counts[1]).isZero();
        assertThat(counts[0] / 20_000.0).isCloseTo(0.5, within(0.015));
        assertThat(counts[2] / 20_000.0).isCloseTo(0.2, within(0.015));
    }

    @Test
    void neverPicksWhatHasNoProbabilityAtTheEdges() {
        Picker picker = picker(LETTERS, Map.of());

        assertThat(picker.pick(new float[] {0, 1, 0, 0}, () -> 0L)).isEqualTo(1);
        assertThat(picker.pick(new float[] {0, 1, 0, 0}, () -> -1L)).isEqualTo(1);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
