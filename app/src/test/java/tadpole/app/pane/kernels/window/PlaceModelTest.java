package tadpole.app.pane.kernels.window;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.app.image.PixelModel.Pixel;
import tadpole.app.image.PlaneModel.Mark;
import tadpole.app.image.Toning;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.app.pane.kernels.OutputModel;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;

class PlaceModelTest {

    private final KernelsModel model = modelOf(picture(3, 8, 8));
    private final PlaceModel places = new PlaceModel(model);

    @Test
    void thePinnedPlaceStaysUntilItIsFreed() {
        places.pin(new Pixel(2, 3));
        places.point(new Pixel(5, 5));
        assertThat(model.placeProperty().get()).contains(new Place(0, 2, 3));

        places.move(1, -1);
        assertThat(model.placeProperty().get()).contains(new Place(0, 3, 2));
        places.pin(new Pixel(3, 2));
        places.point(new Pixel(5, 5));

        assertThat(model.placeProperty().get()).contains(new Place(0, 5, 5));
    }

    @Test
    void theWindowReachesIntoThePadding() {
        places.point(new Pixel(0, 0));
        assertThat(places.inputMarks()).containsExactly(new Mark(-1, -1, 3, 3, "accent", false));

        model.change(plan -> plan.withStride(2).withDilation(2));
        places.point(new Pixel(1, 1));
        assertThat(places.inputMarks()).hasSize(10).startsWith(new Mark(0, 0, 5, 5, "accent", false), new Mark(0, 0, 1, 1, "accent", false),
                new Mark(0, 2, 1, 1, "accent", false));
    }

    @Test
    void anInputPixelLightsAllItGoesTo() {
        model.change(plan -> plan.withPadding(new Padding(false, 1, Border.REFLECT)));
        places.inputPixelProperty().set(Optional.of(new Pixel(1, 4)));

        // Row 1 also stands mirrored above row 0, so that outputs 0, 1 and 2 see it.
        assertThat(places.outputMarks().stream().filter(Mark::fill)).containsExactly(new Mark(0, 3, 3, 3, "accent", true));

        model.change(plan -> plan.withDilation(2).withPadding(Padding.of(2)));
        places.inputPixelProperty().set(Optional.of(new Pixel(4, 4)));
        assertThat(places.outputMarks().stream().filter(Mark::fill)).extracting(Mark::y).containsExactly(2, 2, 2, 4, 4, 4, 6, 6, 6);
    }

    @Test
    void aBlurComesOutAsAPictureAndAnEdgeSigned() {
        OutputModel look = new OutputModel();
        assertThat(look.words(model.convolvedProperty().get().orElseThrow(), 0)).isEqualTo("signed");
        assertThat(look.toning(model.convolvedProperty().get().orElseThrow(), 0).low()).isNegative();

        model.change(plan -> plan.withMixing(Mixing.EACH).withKernel(0, 0, Kernel.of(1, 1, 1)));
        assertThat(look.words(model.convolvedProperty().get().orElseThrow(), 1)).isEqualTo("color 0 to 255");
        assertThat(look.toning(model.convolvedProperty().get().orElseThrow(), 1)).isEqualTo(Toning.color(0, 255));
        look.chosenProperty().set(Optional.of(OutputModel.Look.SIGNED));

        assertThat(look.isColored(model.convolvedProperty().get().orElseThrow(), 1)).isFalse();
    }

    @Test
    void theInputSaysItsPadding() {
        assertThat(WindowWords.input(model.convolvedProperty().get().orElseThrow())).isEqualTo("8 × 8, zero padding 1");
        model.change(plan -> plan.withKernel(0, 0, Kernel.zeros(4, 1)));
        assertThat(WindowWords.input(model.convolvedProperty().get().orElseThrow())).isEqualTo("8 × 8, zero padding 1+2 × 0");
        model.change(plan -> plan.withPadding(Padding.none()));
        assertThat(WindowWords.input(model.convolvedProperty().get().orElseThrow())).isEqualTo("8 × 8, no padding");
    }
}
