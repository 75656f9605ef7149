package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

class PointSetsTest {

    static Stream<String> types() {
        return PointSets.ALL.stream().map(Recipe::type);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSameSettingsGiveTheSameBitsAndAnotherSeedOthers(String type) throws Exception {
        Dataset once = make(type, Map.of("test", 0.25));
        Dataset again = make(type, Map.of("test", 0.25));

        assertThat(numbers(once.train())).containsExactly(numbers(again.train()));
        assertThat(numbers(once.test().orElseThrow())).containsExactly(numbers(again.test().orElseThrow()));
        assertThat(IntStream.range(2, 9).mapToObj(seed -> testOf(type, seed))).anyMatch(other -> !Arrays.equals(other, numbers(once.test().orElseThrow())));
    }

    @ParameterizedTest
    @MethodSource("types")
    void trainingAndTestTogetherAreAllPointsOnce(String type) throws Exception {
        Dataset shared = make(type, Map.of("test", 0.3));
        Split all = make(type, Map.of()).train();

        Split test = shared.test().orElseThrow();
        assertThat(test.size()).isEqualTo(Math.round(0.3 * all.size()));
        assertThat(shared.train().size() + test.size()).isEqualTo(all.size());
        float[] both = Stream.of(shared.train(), test).map(PointSetsTest::numbers).collect(PointSetsTest::room, PointSetsTest::append, (a, b) -> {})[0];
        float[] whole = numbers(all);
        Arrays.sort(both);
        Arrays.sort(whole);
        assertThat(both).containsExactly(whole);
    }

    @ParameterizedTest
    @MethodSource("types")
    void hasFiniteNumbersLabelsOfItsClassesAndSaysWhatItIsMadeOf(String type) throws Exception {
        Dataset made = make(type, Map.of());

        for (float number : numbers(made.train())) {
            assertThat(number).isFinite();
        }
        assertThat(made.made().orElseThrow().type()).isEqualTo(type);
        assertThat(made.isRegression()).isEqualTo(made.classes().isEmpty());
        if (!made.isRegression()) {
            assertThat(IntStream.range(0, made.train().size()).map(made.train()::label).distinct().sorted())
                    .containsExactly(IntStream.range(0, made.classes().size()).boxed().toArray(Integer[]::new));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "spiral | Spiral, 3 arms, 300 points",
        "blobs | Blobs, 3 classes, 300 points",
        "checkerboard | Checkerboard, 4 × 4 fields, 200 points",
        "xor | XOR, 200 points",
        "points | Own points, 2 classes, 2 points",
        "polynomial | Polynomial of degree 2, x = 1 to 5, 5 points",
        "random | Random numbers, 64 samples of 1000 to 10",
    })
    void saysInWordsWhatItIs(String type, String title) throws Exception {
        assertThat(make(type, Map.of()).title()).isEqualTo(title);
    }

    @Test
    void theThreeArmsOfTheSpiralAreThePublishedOnes() throws Exception {
        Split spiral = make("spiral", Map.of("noise", 0, "points", 11)).train();
        float[] point = new float[2];

        for (int arm = 0; arm < 3; arm++) {
            for (int i = 0; i < 11; i++) {
                spiral.read(11 * arm + i, point, 0);
                double radius = i / 10.0;
                double angle = 4 * arm + 4 * radius;
                assertThat(point[0]).isCloseTo((float) (radius * Math.sin(angle)), within(1e-6f));
                assertThat(point[1]).isCloseTo((float) (radius * Math.cos(angle)), within(1e-6f));
                assertThat(spiral.label(11 * arm + i)).isEqualTo(arm);
            }
        }
    }

    @Test
    void theColorsOfXorAreTheSignsOfItsProduct() throws Exception {
        Split xor = make("xor", Map.of()).train();
        float[] point = new float[2];

        for (int i = 0; i < xor.size(); i++) {
            xor.read(i, point, 0);
            assertThat(point[0] * point[1] < 0).isEqualTo(xor.label(i) == 1);
        }
    }

    @Test
    void aPolynomialHasItsTargets() throws Exception {
        Split curve = make("polynomial", Map.of("from", -1, "to", 1, "count", 3, "coefficients", List.of(2, 3, 4))).train();

        assertThat(curve.target().orElseThrow().size()).isEqualTo(1);
        assertThat(targets(curve)).containsExactly(3, 2, 9);
    }

    @Nested
    class Refuses {

        @Test
        void pointsThatDoNotComeInThrees() {
            assertThatThrownBy(() -> make("points", Map.of("points", List.of(1, 2, 0, 3)))).isInstanceOf(SettingException.class).hasMessage(
                    "\"points\" must hold x1, x2 and class of one point after the other, but holds 4 numbers, and 4 / 3 leaves 1 over.");
        }

        @Test
        void aClassThatIsNone() {
            assertThatThrownBy(() -> make("points", Map.of("points", List.of(1, 2, 0.5)))).hasMessage(
                    "The class of point 1 in \"points\" must be a whole number from 0 to 9, but is 0.5.");
        }

        @Test
        void aCurveThatGoesBackwards() {
            assertThatThrownBy(() -> make("polynomial", Map.of("from", 5, "to", 5)))
                    .hasMessage("To (\"to\") must be greater than from, but 5 is not greater than 5.");
        }

        @Test
        void moreRandomNumbersThanThereIsRoomFor() {
            assertThatThrownBy(() -> make("random", Map.of("count", 10000, "inputs", 10000)))
                    .hasMessageStartingWith("Random numbers must be at most 20000000, but 10000 samples");
        }

        @Test
        void sixArms() {
            assertThatThrownBy(() -> make("spiral", Map.of("arms", 6))).hasMessage("Arms (\"arms\") must be between 2 and 5, but is 6.");
        }
    }

    private static float[] testOf(String type, int seed) {
        try {
            return numbers(make(type, Map.of("test", 0.25, "seed", seed)).test().orElseThrow());
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private static Dataset make(String type, Map<String, ?> settings) throws SettingException {
        Recipe<PointSetMaker> recipe = Recipe.find(PointSets.ALL, "made data set", type);
        return PointSets.make("mine", new Spec(type, recipe.settings(settings)));
    }

    private static float[] numbers(Split split) {
        int size = split.shape().size();
        float[] numbers = new float[split.size() * size];
        for (int i = 0; i < split.size(); i++) {
            split.read(i, numbers, i * size);
        }
        return numbers;
    }

    private static float[] targets(Split split) {
        int size = split.target().orElseThrow().size();
        float[] numbers = new float[split.size() * size];
        for (int i = 0; i < split.size(); i++) {
            split.readTarget(i, numbers, i * size);
        }
        return numbers;
    }

    private static float[][] room() {
        return new float[][] {{}};
    }

    private static void append(float[][] all, float[] more) {
        float[] both = Arrays.copyOf(all[0], all[0].length + more.length);
        System.arraycopy(more, 0, both, all[0].length, more.length);
        all[0] = both;
    }
}
