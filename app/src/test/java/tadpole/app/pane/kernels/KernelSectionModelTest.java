package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.convolution.FoundPreset;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelMaker;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;

class KernelSectionModelTest {

    private final KernelsModel kernels = TestBench.model();
    private final KernelSectionModel section = new KernelSectionModel(kernels);

    private static Recipe<KernelMaker> recipe(String type) throws SettingException {
        return Recipe.find(KernelPresets.ALL, "kernel", type);
    }

    private String name() {
        return section.foundProperty().get().map(FoundPreset::words).orElse("none");
    }

    @Test
    void knowsTheKernelItBeginsWith() {
        assertThat(name()).isEqualTo("Sobel, horizontal change");
        assertThat(section.sizeProperty().get()).isEqualTo("3 × 3");
    }

    @Test
    void picksAPresetAndTunesIt() throws Exception {
        section.pick(recipe("gabor"));
        section.form(recipe("gabor")).field("angle").enter("45");

        assertThat(name()).isEqualTo("Gabor, 45°, wavelength 4");
        assertThat(section.sizeProperty().get()).isEqualTo("7 × 7");
        kernels.undo();
        assertThat(name()).isEqualTo("Gabor, 0°, wavelength 4");
        assertThat(section.form(recipe("gabor")).field("angle").value()).isEqualTo(0.0);
        kernels.undo();
        assertThat(name()).isEqualTo("Sobel, horizontal change");
    }

    @Test
    void aPresetGoesToEveryChannelOfTheFilterAndATypedNumberToOne() throws Exception {
        kernels.pictureProperty().set(Optional.of(TestBench.picture(3, 6, 6)));
        kernels.change(plan -> plan.withMixing(Mixing.SUM));
        kernels.channelProperty().set(1);

        section.pick(recipe("boxBlur"));
        assertThat(name()).isEqualTo("Box blur");
        assertThat(section.sizeProperty().get()).isEqualTo("3 × 3");
        assertThat(kernels.planProperty().get().filters().getFirst().kernels()).hasSize(3).containsOnly(kernels.kernel());
        section.enterSize("5");
        assertThat(kernels.planProperty().get().filters().getFirst().kernels()).containsOnly(kernels.kernel());

        Kernel blur = kernels.kernel();
        kernels.change(plan -> plan.withKernel(0, 2, blur.with(0, 0, 9)));
        section.enterSize("3");
        assertThat(kernels.planProperty().get().filters().getFirst().kernels().get(2)).isEqualTo(blur.with(0, 0, 9).resized(3, 3));
    }

    @Test
    void anEditedPresetStaysChosenAndSaysSo() throws Exception {
        section.pick(recipe("gabor"));
        kernels.change(plan -> plan.withKernel(0, 0, kernels.kernel().with(0, 0, 3)));

        assertThat(name()).isEqualTo("Gabor, 0°, wavelength 4, edited");
        assertThat(kernels.names().of(kernels.kernel())).isEqualTo(name());
    }

    @ParameterizedTest
    @CsvSource({"5, 5 × 5", "3x7, 3 × 7", "1 × 9, 1 × 9", "2*4, 2 × 4"})
    void aPresetWithASizeIsMadeAnew(String typed, String size) throws Exception {
        section.pick(recipe("boxBlur"));
        section.enterSize(typed);

        assertThat(section.sizeProperty().get()).isEqualTo(size);
        assertThat(name()).isEqualTo("Box blur");
        assertThat(kernels.kernel().sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void anyOtherKernelGetsZerosAround() {
        section.grow(2);

        assertThat(kernels.kernel()).isEqualTo(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1).resized(5, 5));
        assertThat(name()).isEqualTo("Sobel, horizontal change");
        section.grow(20);
        assertThat(section.sizeProperty().get()).isEqualTo("9 × 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "3x", "three", "3x10", "-3"})
    void refusesASizeThatIsNone(String typed) {
        section.enterSize(typed);

        assertThat(section.refusalProperty().get()).isEqualTo("A kernel is 1 × 1 to 9 × 9, but here is \"" + typed + "\". Type a size such as 5, or 3 × 7.");
        assertThat(section.sizeProperty().get()).isEqualTo("3 × 3");
    }

    @Test
    void aPresetThatDoesNotGoSaysWhy() throws Exception {
        section.pick(recipe("unsharpMask"));
        section.enterSize("4");

        assertThat(section.refusalProperty().get()).startsWith("An unsharp mask needs a pixel in its middle");
        assertThat(section.sizeProperty().get()).isEqualTo("5 × 5");
    }

    @Test
    void treatsWhatSlides() {
        section.treatment().field("gain").enter("0.5");
        section.treatment().field("bias").enter("12");
        section.treatment().field("slide").take("convolution");
        section.treatment().field("relu").take(true);

        assertThat(kernels.planProperty().get().gain()).isEqualTo(0.5f);
        assertThat(kernels.planProperty().get().filters().getFirst().bias()).isEqualTo(12);
        assertThat(kernels.planProperty().get().flip()).isTrue();
        assertThat(kernels.planProperty().get().relu()).isTrue();
        kernels.undo();
        assertThat(section.treatment().field("relu").value()).isEqualTo(false);
    }
}
