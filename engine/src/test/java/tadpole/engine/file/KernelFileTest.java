package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.NamedPlan;
import tadpole.engine.convolution.Padding;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;

class KernelFileTest {

    private static final String TEXT = """
            {
              "tadpole": 1,
              "name": "slope",
              "kernel": {
                "mixing": "gray",
                "filters": [{"bias": 2, "kernels": [{"rows": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]}]}],
                "padding": 1, "border": "reflect", "stride": 2
              }
            }
            """;

    @TempDir
    private Path folder;

    private NamedPlan read(String text) throws Exception {
        return KernelFile.read(Files.writeString(folder.resolve("kernel.json"), text));
    }

    @Test
    void readsWhatStandsThere() throws Exception {
        ConvolutionPlan plan = read(TEXT).plan();

        assertThat(plan).isEqualTo(ConvolutionPlan.of(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1)).withStride(2)
                .withPadding(Padding.of(1).with(Border.REFLECT)).withFilters(List.of(new Filter(plan.filters().getFirst().kernels(), 2))));
        assertThat(FileHead.read(folder.resolve("kernel.json")).kind()).isEqualTo(FileHead.Kind.KERNEL);
    }

    @Test
    void givesEveryPlanBackToTheLastBit() throws Exception {
        RandomGenerator random = new Seed(4).generator();
        Filter one = new Filter(List.of(kernel(random), kernel(random), kernel(random)), random.nextFloat());
        Filter two = new Filter(List.of(kernel(random), kernel(random), kernel(random)), -random.nextFloat());
        ConvolutionPlan plan = new ConvolutionPlan(Mixing.SUM, List.of(one, two), 0.3f, true, true, true, 3,
                new Padding(false, 4, Border.CIRCULAR), 2);

        KernelFile.write(folder.resolve("again.json"), new NamedPlan("two \"quoted\"", "All channels.", plan, List.of()));

        assertThat(KernelFile.read(folder.resolve("again.json"))).isEqualTo(new NamedPlan("two \"quoted\"", "All channels.", plan, List.of()));
    }

    private static Kernel kernel(RandomGenerator random) {
        float[] values = new float[20];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-6, 5)));
        }
        return Kernel.of(4, 5, values);
    }

    @Test
    void saysThePresetAndReadsItAlone() throws Exception {
        Spec gabor = Recipe.find(KernelPresets.ALL, "kernel", "gabor").with(Map.of("angle", 30));
        NamedPlan named = new NamedPlan("stripes", "", ConvolutionPlan.of(KernelPresets.make(gabor)), List.of(gabor));

        String text = KernelFile.text(named);

        assertThat(text).contains("\"type\": \"gabor\"", "\"angle\": 30");
        assertThat(read(text)).isEqualTo(named);
        assertThat(read(TEXT.replace("\"rows\": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]", "\"preset\": {\"type\": \"gabor\", \"angle\": 30}"))
                .plan().filters().getFirst().kernels()).containsExactly(KernelPresets.make(gabor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gray|blue|kernel.json, line 5, column 15, kernel.mixing: Channels (\"mixing\") must be one of gray, each, sum, but is \"blue\".",
        "[-2, 0, 2]|[-2, 0]|kernel.json, line 6, column 63, kernel.filters[0].kernels[0].rows[1]: Every row has as many numbers as the first, 3, but this one has 2.",
        "-2|\"two\"|kernel.json, line 6, column 64, kernel.filters[0].kernels[0].rows[1][0]: A kernel's number (\"value\") must be a number, but is \"two\".",
        "[-2, 0, 2]|7|kernel.json, line 6, column 63, kernel.filters[0].kernels[0].rows[1]: Here must stand a row of numbers in square brackets, but it is 7.",
        "[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]|[]|kernel.json, line 6, column 50, kernel.filters[0].kernels[0].rows: A kernel is 1×1 to 9×9, but this one is 0×0.",
        "{\"rows\"|{\"preset\": {\"type\": \"sobel\", \"direction\": \"vertical\"}, \"rows\"|kernel.json, line 6, column 104, kernel.filters[0].kernels[0].rows: These are not the rows of the preset \"sobel\". Leave out the one or the other.",
        "{\"rows\"|{\"preset\": {\"type\": \"sobol\"}, \"rows\"|kernel.json, line 6, column 61, kernel.filters[0].kernels[0].preset.type: There is no kernel \"sobol\"; known are identity, boxBlur,",
        "\"padding\": 1|\"padding\": \"some\"|kernel.json, line 7, column 16, kernel.padding: Padding (\"padding\") must be \"same\" or a whole number, but is \"some\".",
        "\"stride\": 2|\"stride\": 0|kernel.json, line 7, column 50, kernel.stride: Stride (\"stride\") must be between 1 and 1024, but is 0.",
        "\"tadpole\": 1|\"tadpole\": 2|kernel.json, line 2, column 14, tadpole: This program knows version 1 of kernel files, but this one has version 2."})
    void saysWhereAndWhatIsWrong(String given, String wrong, String sentence) {
        assertThatThrownBy(() -> read(TEXT.replace(given, wrong))).isInstanceOf(FileException.class).hasMessageStartingWith(sentence);
    }

    @Test
    void refusesKernelsOfTwoSizesAndTooManyOfThem() {
        String rows = "{\"rows\": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]}";

        assertThatThrownBy(() -> read(TEXT.replace("gray", "sum").replace(rows, rows + ", {\"rows\": [[1]]}"))).isInstanceOf(FileException.class)
                .hasMessageEndingWith("All kernels are as large as the first, 3×3, but this one is 1×1.");
        assertThatThrownBy(() -> read(TEXT.replace(rows, rows + ", " + rows))).isInstanceOf(FileException.class)
                .hasMessageEndingWith("With mixing \"gray\" a filter has 1 kernel, but here are 2.");
    }

    @Test
    void aNameFitsInALine() {
        assertThatThrownBy(() -> read("{\"tadpole\": 1, \"name\": \"" + "a".repeat(201) + "\", \"kernel\": {\"filters\": [{\"kernels\": [{\"rows\": [[1]]}]}]}}"))
                .isInstanceOf(FileException.class).hasMessageEndingWith("name: A name has at most 200 letters, but this one has 201.");
        assertThatThrownBy(() -> read("{\"tadpole\": 1, \"name\": \"a\\u202eb\", \"kernel\": {\"filters\": [{\"kernels\": [{\"rows\": [[1]]}]}]}}"))
                .isInstanceOf(FileException.class).hasMessageEndingWith("name: The name has a line break or another control character. Take it out.");
    }

    @Test
    void aNumberOfAThousandDigitsIsRefusedInWords() {
        assertThatThrownBy(() -> read(TEXT.replace("[-2, 0, 2]", "[-2, 0, 0." + "1".repeat(2000) + "]"))).isInstanceOf(FileException.class)
                .hasMessageEndingWith("longer than one that is read. Shorten it; a number is one such as 0.01 or 1e-4.");
    }

    @Test
    void refusesAnExperiment() {
        assertThatThrownBy(() -> read("{\"tadpole\": 1, \"layers\": []}")).isInstanceOf(FileException.class).hasMessage("kernel.json, line 1, column 1: "
                + "This file is an experiment, not a kernel file. Run it with \"tadpole run\", or open it in the Train pane.");
    }
}
