package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.app.image.Toning;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class OutputModelTest {

    private static final Kernel ONE = Kernel.zeros(3, 3).with(1, 1, 1);
    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    private final OutputModel look = new OutputModel();

    private static Convolved summed(Kernel... kernels) {
        KernelsModel model = modelOf(picture(kernels.length, 6, 7));
        model.change(plan -> plan.withMixing(Mixing.SUM).withFilters(List.of(new Filter(List.of(kernels), 0))));
        return model.convolvedProperty().get().orElseThrow();
    }

    @Test
    void aKernelThatTakesDifferencesInOneChannelMakesTheOutputSigned() {
        assertThat(look.words(summed(ONE, SOBEL, SOBEL), 0)).isEqualTo("signed");
        assertThat(look.words(summed(ONE, Kernel.zeros(3, 3), Kernel.zeros(3, 3)), 0)).isEqualTo("gray 0 to 255");
    }

    @Test
    void channelsThatAllPassAddUpToABrighterWhite() {
        Convolved shown = summed(ONE, ONE, ONE);

        assertThat(look.words(shown, 0)).isEqualTo("gray 0 to 765");
        assertThat(look.toning(shown, 0)).isEqualTo(Toning.gray(0, 765));
        look.chosenProperty().set(Optional.of(OutputModel.Look.PICTURE));
        assertThat(look.words(shown, 0)).isEqualTo("gray 0 to 255");
    }

    @Test
    void stripsThatZeroPaddingMakesDoNotSetTheScale() {
        float[] values = new float[36];
        for (int i = 0; i < values.length; i++) {
            values[i] = 200 + i % 6;
        }
        KernelsModel model = modelOf(Picture.ofBytes("ramp", Tensor.of(Shape.of(1, 6, 6), values)));
        model.change(plan -> plan.withPadding(Padding.of(1)));

        assertThat(look.toning(model.convolvedProperty().get().orElseThrow(), 0)).isEqualTo(Toning.signed(8));
    }
}
