package tadpole.app.pane.kernels.backward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.image.PixelModel;
import tadpole.app.job.Jobs;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TermsView;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelGradients;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class BackwardModelTest {

    private final Desk desk = new Desk(
            new Workspace(), new Jobs(Runnable::run), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final KernelsModel kernels = new KernelsModel(desk, Runnable::run);
    private final BackwardModel model = new BackwardModel(kernels);

    @BeforeEach
    void showThreeByThree() {
        model.watch(true);
        kernels.change(plan -> plan.withFilters(List.of(new Filter(List.of(Kernel.of(2, 2, 1, 2, 3, 4)), 0))).withPadding(Padding.none()));
        kernels.pictureProperty().set(Optional.of(picture(1, 3, 3)));
    }

    private static Picture picture(int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i;
        }
        return Picture.ofBytes("counting", values);
    }

    private WrittenGradient written() {
        return model.written().orElseThrow();
    }

    @Test
    void aPixelsGradientIsTheSumOverTheWindowsItIsIn() {
        model.pointAtPixel(new PixelModel.Pixel(1, 1));

        assertThat(written().title()).isEqualTo("Pixel y 1, x 1");
        assertThat(written().lines()).extracting(TermsView.Term::text).containsExactly("(0,0): 1 × 4", "(0,1): 1 × 3", "(1,0): 1 × 2", "(1,1): 1 × 1");
        assertThat(written().result()).isEqualTo("= 10");
        assertThat(written().note()).startsWith("These are the 4 cells of dRows");
        assertThat(kernels.inputProperty().get()).contains(new KernelsModel.Place(0, 1, 1));
    }

    @Test
    void aWeightsGradientIsTheSumOverAllPlaces() {
        model.pointAtWeight(new PixelModel.Pixel(0, 1));

        assertThat(written().lines()).extracting(TermsView.Term::text).containsExactly("(0,0): 1 × 1", "(0,1): 1 × 2", "(1,0): 1 × 4", "(1,1): 1 × 5");
        assertThat(written().result()).isEqualTo("= 12");
        assertThat(model.bias()).isEqualTo("db = sum of dy = 4");
    }

    @Test
    void dividesByASumOnlyWhereThereIsOne() {
        kernels.change(plan -> plan.withNormalize(true));
        model.pointAtWeight(new PixelModel.Pixel(0, 1));
        assertThat(written().note()).contains("gain / S").endsWith("= -0.68.");

        kernels.change(plan -> plan.withFilters(List.of(new Filter(List.of(Kernel.of(2, 2, 0.1f, 0.2f, -0.3f, 0)), 0))));
        assertThat(written().note()).isEqualTo("By the number typed at 0,1: gain 1 · dW = 12.");
    }

    @Test
    void onePixelFollowsThePlace() {
        model.choiceProperty().set(Choice.PIXEL);
        model.pointAtOutput(new PixelModel.Pixel(1, 0));

        assertThat(model.outputGradient().orElseThrow().data()).containsExactly(0, 0, 1, 0);
        assertThat(model.gradientsProperty().get().orElseThrow().dx().data()).containsExactly(0, 0, 0, 1, 2, 0, 3, 4, 0);
        assertThat(written().title()).isEqualTo("Output y 1, x 0");
        assertThat(written().lines().getFirst().text()).isEqualTo("x(1,0): 1 × 1");
    }

    @Test
    void theOutputItselfAsItsGradient() {
        model.choiceProperty().set(Choice.OUTPUT);

        assertThat(model.outputGradient().orElseThrow().data()).containsExactly(27, 37, 57, 67);
        assertThat(model.loss()).isEqualTo("L = ½ sum of y² = 4918");
    }

    @Test
    void theDifferenceToThePicture() {
        model.choiceProperty().set(Choice.PICTURE);

        assertThat(model.outputGradient().orElseThrow().data()).containsExactly(27, 36, 54, 63);
    }

    @Test
    void tellsTheTypedKernelFromTheLayersWeights() {
        assertThat(model.isTreated()).isFalse();
        kernels.change(plan -> plan.withFlip(true).withGain(2));
        assertThat(model.isTreated()).isTrue();

        model.typedProperty().set(true);
        model.pointAtWeight(new PixelModel.Pixel(1, 1));

        assertThat(model.focusProperty().get()).contains(new Focus.Weight(0, 0, 0, 0));
        assertThat(model.kernelGradient().orElseThrow().data()).containsExactly(48, 40, 24, 16);
        assertThat(written().result()).isEqualTo("= 8");
        assertThat(written().note()).isEqualTo("By the number typed at 1,1: gain 2 · dW = 16.");
    }

    @Test
    void namesTheFilterWhereSeveralGoBackTogether() {
        Kernel one = Kernel.of(1, 1, 5);
        kernels.change(plan -> plan.withMixing(Mixing.SUM).withFilters(List.of(new Filter(List.of(one), 0), new Filter(List.of(Kernel.of(1, 1, -2)), 0))));

        model.pointAtPixel(new PixelModel.Pixel(2, 0));

        assertThat(written().lines()).extracting(TermsView.Term::text).containsExactly("f1 (2,0): 1 × 5", "f2 (2,0): 1 × (-2)");
        assertThat(written().result()).isEqualTo("= 3");
    }

    @Test
    void aPixelThatNoWindowHoldsHasNoGradient() {
        kernels.change(plan -> plan.withStride(3));

        model.pointAtPixel(new PixelModel.Pixel(2, 2));

        assertThat(written().result()).isEqualTo("= 0");
        assertThat(written().note()).isEqualTo("No window holds this pixel: the stride passes over it.");
    }

    @Test
    void reluLetsNothingBackWhereItCut() {
        kernels.change(plan -> plan.withGain(-1).withRelu(true));

        model.pointAtOutput(new PixelModel.Pixel(0, 1));

        assertThat(written().result()).isEqualTo("dy = 0");
        assertThat(written().note()).startsWith("ReLU cut this output");
    }

    @Test
    void countsWhatIsTooMuchToWrite() {
        kernels.pictureProperty().set(Optional.of(picture(1, 40, 50)));
        model.pointAtWeight(new PixelModel.Pixel(0, 0));

        assertThat(written().lines()).hasSize(WrittenGradient.MOST);
        assertThat(written().result()).startsWith("and 1\u00A0821 more\n= 18");
    }

    @Test
    void anEditKeepsTheFocusAndAnotherPictureThatIsTooSmallEndsIt() {
        model.pointAtPixel(new PixelModel.Pixel(2, 2));
        kernels.change(plan -> plan.withGain(10));
        assertThat(written().result()).isEqualTo("= 40");

        kernels.pictureProperty().set(Optional.of(picture(1, 2, 2)));

        assertThat(model.written()).isEmpty();
    }

    @Test
    void computesNothingWhereNobodyLooks() {
        KernelGradients before = model.gradientsProperty().get().orElseThrow();
        model.watch(false);

        kernels.change(plan -> plan.withGain(3));

        assertThat(model.gradientsProperty().get()).contains(before);
        model.watch(true);
        assertThat(model.gradientsProperty().get().orElseThrow().convolved().plan().gain()).isEqualTo(3);
    }

    @Test
    void withEachChannelAloneThePlaceSaysWhose() {
        kernels.pictureProperty().set(Optional.of(picture(3, 3, 3)));
        kernels.change(plan -> plan.withMixing(Mixing.EACH));
        kernels.placeProperty().set(Optional.of(new KernelsModel.Place(2, 0, 0)));

        model.pointAtWeight(new PixelModel.Pixel(0, 0));

        assertThat(model.focusProperty().get()).contains(new Focus.Weight(2, 2, 0, 0));
        assertThat(written().result()).isEqualTo("= 80");
        assertThat(written().note()).isEqualTo("By the number typed at 0,0: gain 1 · dW, summed over the channels that share it = 132.");
    }

    @Test
    void holdsWhatWasClickedUntilItIsClickedAgain() {
        model.hold(() -> model.pointAtPixel(new PixelModel.Pixel(1, 1)));
        model.pointAtWeight(new PixelModel.Pixel(0, 0));
        assertThat(model.focusProperty().get()).contains(new Focus.Pixel(0, 1, 1));

        model.hold(() -> model.pointAtPixel(new PixelModel.Pixel(1, 1)));
        model.pointAtWeight(new PixelModel.Pixel(0, 0));
        assertThat(model.focusProperty().get()).contains(new Focus.Weight(0, 0, 0, 0));
    }
}
