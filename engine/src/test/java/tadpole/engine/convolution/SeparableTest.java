package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Seed;

class SeparableTest {

    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    private static Separable preset(String type, Map<String, ?> settings) throws Exception {
        return Separable.of(KernelPresets.make(Recipe.find(KernelPresets.ALL, "kernel", type).with(settings)));
    }

    @Test
    void sobelIsASmoothingTimesADifference() {
        Separable sobel = Separable.of(SOBEL);

        assertThat(sobel.rank()).isEqualTo(1);
        assertThat(sobel.factors().orElseThrow().words()).isEqualTo("[1 2 1]ᵀ · [-1 0 1]");
        assertThat(sobel.factors().orElseThrow().product()).isEqualTo(SOBEL);
        assertThat(sobel.verdict()).isEqualTo("separable");
        assertThat(sobel.saving()).isEqualTo("9 multiplications become 6");
        assertThat(sobel.singularValues()[0]).isCloseTo(Math.sqrt(12), within(1e-12));
    }

    @Test
    void aFractionMakesWholeNumbersOfAMean() throws Exception {
        Separable box = preset("boxBlur", Map.of());

        assertThat(box.factors().orElseThrow().words()).isEqualTo("1/9 · [1 1 1]ᵀ · [1 1 1]");
        assertThat(box.factors().orElseThrow().product()).isEqualTo(box.kernel());
    }

    @Test
    void aBellHasNoWholeNumbersAndSaysSo() throws Exception {
        Separable bell = preset("gaussianBlur", Map.of());

        assertThat(bell.rank()).isEqualTo(1);
        assertThat(bell.factors().orElseThrow().words()).isEqualTo("[0.2741 0.4519 0.2741]ᵀ · [0.2741 0.4519 0.2741] (rounded)");
        assertThat(bell.factors().orElseThrow().product().values()).containsExactly(bell.kernel().values(), within(1e-7f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "scharr|[3 10 3]ᵀ · [-1 0 1]",
        "prewitt|[1 1 1]ᵀ · [-1 0 1]",
        "identity|[0 1 0]ᵀ · [0 1 0]"})
    void presetsFallApart(String type, String words) throws Exception {
        assertThat(preset(type, Map.of()).factors().orElseThrow().words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"laplacian, 2", "outline, 2", "sharpen, 2"})
    void twoRanksAreNotSeparable(String type, int rank) throws Exception {
        assertThat(preset(type, Map.of()).rank()).isEqualTo(rank);
        assertThat(preset(type, Map.of()).factors()).isEmpty();
        assertThat(preset(type, Map.of()).verdict()).isEqualTo("not separable: rank 2");
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 1", "3, 3, 3", "5, 7, 2", "9, 9, 4", "9, 9, 9", "9, 4, 4", "2, 9, 1", "8, 8, 1"})
    void findsThePlantedRank(int height, int width, int rank) {
        RandomGenerator random = new Seed(height * 100L + width * 10L + rank).generator();
        double[] values = new double[height * width];
        for (int r = 0; r < rank; r++) {
            double[] column = random.doubles(height, -1, 1).toArray();
            double[] row = random.doubles(width, -1, 1).toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] += column[i / width] * row[i % width];
            }
        }

        Separable planted = Separable.of(KernelGrids.kernel(height, width, values));

        assertThat(planted.rank()).isEqualTo(rank);
        assertThat(planted.singularValues()).hasSize(Math.min(height, width)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void squaresOfSingularValuesAddUpToThoseOfTheNumbers() {
        Kernel kernel = Kernel.of(2, 3, 1, 2, 3, 4, 5, 6);

        double[] values = Separable.of(kernel).singularValues();

        assertThat(values[0] * values[0] + values[1] * values[1]).isCloseTo(91, within(1e-12));
        assertThat(values[0] * values[1]).isCloseTo(Math.sqrt(14 * 77 - 32 * 32), within(1e-12));
    }

    @Test
    void zerosHaveNoRank() {
        Separable zeros = Separable.of(Kernel.zeros(3, 3));

        assertThat(zeros.rank()).isZero();
        assertThat(zeros.verdict()).isEqualTo("all zeros");
    }

    @Test
    void oneRowHasNothingToSave() {
        Separable row = Separable.of(Kernel.of(1, 3, -2, 0, 2));

        assertThat(row.verdict()).isEqualTo("one row already");
        assertThat(row.factors().orElseThrow().words()).isEqualTo("[1]ᵀ · [-2 0 2]");
        assertThat(Separable.of(Kernel.of(1, 1, 3)).verdict()).isEqualTo("a single number");
        assertThat(Separable.of(Kernel.of(2, 2, 1, 1, 1, 1)).saving()).isEqualTo("4 multiplications stay 4");
    }

    @Test
    void aFirstRowBelowZeroTurnsTheRowAround() {
        assertThat(Separable.of(Kernel.of(2, 2, -2, 4, -3, 6)).factors().orElseThrow().words()).isEqualTo("[2 3]ᵀ · [-1 2]");
        assertThat(Separable.of(Kernel.of(2, 2, 0.5f, -0.25f, -0.5f, 0.25f)).factors().orElseThrow().words()).isEqualTo("1/4 · [1 -1]ᵀ · [2 -1]");
    }
}
