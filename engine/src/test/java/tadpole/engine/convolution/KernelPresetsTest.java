package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

class KernelPresetsTest {

    static Stream<Recipe<KernelMaker>> all() {
        return KernelPresets.ALL.stream();
    }

    private static Spec spec(String type, Map<String, ?> settings) throws SettingException {
        return Recipe.find(KernelPresets.ALL, "kernel", type).with(settings);
    }

    private static Kernel make(String type, Map<String, ?> settings) throws SettingException {
        return KernelPresets.make(spec(type, settings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sobel|horizontal|-1 0 1 -2 0 2 -1 0 1",
        "sobel|vertical|-1 -2 -1 0 0 0 1 2 1",
        "sobel|falling|-2 -1 0 -1 0 1 0 1 2",
        "sobel|rising|0 1 2 -1 0 1 -2 -1 0",
        "scharr|horizontal|-3 0 3 -10 0 10 -3 0 3",
        "scharr|vertical|-3 -10 -3 0 0 0 3 10 3",
        "prewitt|horizontal|-1 0 1 -1 0 1 -1 0 1",
        "prewitt|rising|0 1 1 -1 0 1 -1 -1 0"})
    void slopesHaveTheirPublishedNumbers(String type, String direction, String numbers) throws Exception {
        assertThat(make(type, Map.of("direction", direction)).values()).containsExactly(floats(numbers));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "identity|0 0 0 0 1 0 0 0 0",
        "sharpen|0 -1 0 -1 5 -1 0 -1 0",
        "outline|-1 -1 -1 -1 8 -1 -1 -1 -1",
        "laplacian|0 1 0 1 -4 1 0 1 0",
        "emboss|-2 -1 0 -1 1 1 0 1 2"})
    void theClassicsHaveTheirNumbers(String type, String numbers) throws Exception {
        assertThat(make(type, Map.of()).values()).containsExactly(floats(numbers));
    }

    @Test
    void embossIsLitFromEverySide() throws Exception {
        assertThat(make("emboss", Map.of("light", "top")).values()).containsExactly(floats("-1 -2 -1 0 1 0 1 2 1"));
        assertThat(make("emboss", Map.of("light", "left")).values()).containsExactly(floats("-1 0 1 -2 1 2 -1 0 1"));
        assertThat(make("emboss", Map.of("light", "bottomRight"))).isEqualTo(Kernel.of(3, 3, floats("2 1 0 1 1 -1 0 -1 -2")));
    }

    @Test
    void gaussianIsTheBellDividedByItsSum() throws Exception {
        Kernel kernel = make("gaussianBlur", Map.of("height", 5, "width", 7, "sigma", 1.3));

        assertThat(kernel.sum()).isCloseTo(1, within(1e-6));
        assertThat(kernel.at(2, 4) / kernel.at(2, 3)).isCloseTo((float) Math.exp(-1 / (2 * 1.69)), within(1e-6f));
        assertThat(kernel.at(0, 3) / kernel.at(2, 3)).isCloseTo((float) Math.exp(-4 / (2 * 1.69)), within(1e-6f));
        assertThat(kernel.flipped()).isEqualTo(kernel);
    }

    @Test
    void motionAlongARowIsOneRow() throws Exception {
        assertThat(make("motionBlur", Map.of("length", 5))).isEqualTo(Kernel.of(1, 5, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f));
        assertThat(make("motionBlur", Map.of("length", 5, "angle", 90)).height()).isEqualTo(5);
        assertThat(make("motionBlur", Map.of("length", 1, "angle", 30))).isEqualTo(Kernel.of(1, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({"9, 45", "9, -135", "9, 1", "9, 89.5", "4, 20", "1.5, 10", "9, 180"})
    void motionFitsAndKeepsTheSum(double length, double angle) throws Exception {
        Kernel kernel = make("motionBlur", Map.of("length", length, "angle", angle));

        assertThat(kernel.sum()).isCloseTo(1, within(1e-6));
        assertThat(kernel.flipped().values()).containsExactly(kernel.values(), within(1e-7f));
    }

    @Test
    void motionUpwardRightRunsFromTheBottomLeft() throws Exception {
        Kernel kernel = make("motionBlur", Map.of("length", 5, "angle", 45));

        assertThat(kernel.at(0, kernel.width() - 1)).isPositive();
        assertThat(kernel.at(0, 0)).isZero();
    }

    @Test
    void gaborIsTheFormula() throws Exception {
        Kernel kernel = make("gabor", Map.of("angle", 30, "wavelength", 5, "sigma", 2, "phase", 20, "aspect", 0.7));

        double theta = Math.toRadians(30);
        double x = 2 - 3;
        double y = 3 - 1;
        double along = x * Math.cos(theta) + y * Math.sin(theta);
        double across = -x * Math.sin(theta) + y * Math.cos(theta);
        double expected = Math.exp(-(along * along + 0.49 * across * across) / 8) * Math.cos(2 * Math.PI * along / 5 + Math.toRadians(20));
        assertThat(kernel.at(1, 2)).isCloseTo((float) expected, within(1e-6f));
    }

    @Test
    void unsharpIsTheDifferenceFromABlurredCopy() throws Exception {
        Kernel blur = make("gaussianBlur", Map.of("height", 3, "width", 3, "sigma", 0.8));
        Kernel mask = make("unsharpMask", Map.of("height", 3, "width", 3, "sigma", 0.8, "amount", 2));

        assertThat(mask.at(1, 1)).isCloseTo(3 - 2 * blur.at(1, 1), within(1e-6f));
        assertThat(mask.at(0, 0)).isCloseTo(-2 * blur.at(0, 0), within(1e-6f));
        assertThatThrownBy(() -> make("unsharpMask", Map.of("height", 4))).isInstanceOf(SettingException.class)
                .hasMessage("An unsharp mask needs a pixel in its middle, so odd sides, but it is 4×5. Take 1, 3, 5, 7 or 9.");
    }

    @Test
    void randomIsTheSameForTheSameSeed() throws Exception {
        assertThat(make("random", Map.of("seed", 7))).isEqualTo(make("random", Map.of("seed", 7)));
        assertThat(make("random", Map.of("seed", 7))).isNotEqualTo(make("random", Map.of("seed", 8)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPresetIsFound(Recipe<KernelMaker> recipe) throws Exception {
        Spec spec = recipe.standard();

        assertThat(KernelPresets.find(KernelPresets.make(spec), List.of(spec))).contains(new FoundPreset(spec, false));
        assertThat(KernelPresets.words(spec)).startsWith(recipe.label());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "-1 0 1 -2 0 2 -1 0 1|Sobel, horizontal change",
        "-3 -10 -3 0 0 0 3 10 3|Scharr, vertical change",
        "1 1 1 1 -8 1 1 1 1|Laplacian, 8 neighbors",
        "0 -2 0 -2 9 -2 0 -2 0|Sharpen, amount 2",
        "-1 0 1 -2 0 2 -1 0 1.5|Sobel, horizontal change, edited",
        "-1 -2 0 -1 1 1 0 1 2|Emboss, light from the top left, edited"})
    void aKernelIsNamedFromItsNumbers(String numbers, String name) {
        assertThat(KernelPresets.find(Kernel.of(3, 3, floats(numbers))).map(FoundPreset::words)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 0.8", "5, 5, 1.25", "4, 4, 1", "1, 7, 2", "9, 2, 3.3"})
    void aGaussianIsNamedWithItsSigma(int height, int width, double sigma) throws Exception {
        Kernel kernel = make("gaussianBlur", Map.of("height", height, "width", width, "sigma", sigma));

        assertThat(KernelPresets.find(kernel)).contains(new FoundPreset(spec("gaussianBlur",
                Map.of("height", height, "width", width, "sigma", sigma)), false));
    }

    @Test
    void anEditedKernelWithHintKeepsItsName() throws Exception {
        Spec gabor = spec("gabor", Map.of("angle", 20));
        Kernel edited = KernelPresets.make(gabor).with(0, 0, 5);

        assertThat(KernelPresets.find(edited, List.of(gabor)).map(FoundPreset::words)).contains("Gabor, 20°, wavelength 4, edited");
        assertThat(KernelPresets.find(edited)).isEmpty();
    }

    @Test
    void zerosHaveNoName() {
        assertThat(KernelPresets.find(Kernel.zeros(3, 3))).isEmpty();
    }

    private static float[] floats(String numbers) {
        String[] parts = numbers.split(" ");
        float[] values = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Float.parseFloat(parts[i]);
        }
        return values;
    }
}
