package tadpole.app.pane.kernels.window;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.app.pane.kernels.TestBench;

class SlideModelTest {

    private final KernelsModel model = modelOf(picture(1, 4, 5));
    private final SlideModel slide = new SlideModel(model);

    @Test
    void beginsAtTheFirstPlaceAndVeilsTheRest() {
        assertThat(slide.veiledFrom()).isGreaterThan(19);

        slide.playOrPause();

        assertThat(model.placeProperty().get()).contains(new Place(0, 0, 0));
        assertThat(slide.veiledFrom()).isEqualTo(1);
    }

    @Test
    void theFirstStepStaysAtThePlaceThatIsLookedAt() {
        model.placeProperty().set(Optional.of(new Place(0, 2, 3)));

        slide.step();
        assertThat(model.placeProperty().get()).contains(new Place(0, 2, 3));
        slide.step();
        assertThat(model.placeProperty().get()).contains(new Place(0, 2, 4));
    }

    @Test
    void stepsThroughTheRowsAndBack() {
        slide.restart();
        for (int i = 0; i < 5; i++) {
            slide.step();
        }
        assertThat(model.placeProperty().get()).contains(new Place(0, 1, 0));

        slide.back();
        assertThat(model.placeProperty().get()).contains(new Place(0, 0, 4));
        slide.restart();
        slide.back();
        assertThat(model.placeProperty().get()).contains(new Place(0, 0, 0));
    }

    @Test
    void endsAtTheLastPlaceAndBeginsAnew() {
        slide.paceProperty().set(1);
        slide.playOrPause();
        for (int i = 0; i < 30; i++) {
            slide.tick(0.5);
        }
        assertThat(slide.playingProperty().get()).isFalse();
        assertThat(model.placeProperty().get()).contains(new Place(0, 3, 4));

        slide.playOrPause();
        assertThat(model.placeProperty().get()).contains(new Place(0, 0, 0));
        assertThat(slide.playingProperty().get()).isTrue();
    }

    @Test
    void timeIsSavedUpUntilAPlaceIsDue() {
        slide.paceProperty().set(0);
        slide.playOrPause();

        slide.tick(0.6);
        assertThat(slide.reachedProperty().get()).isZero();
        slide.tick(0.6);
        assertThat(slide.reachedProperty().get()).isEqualTo(1);
        slide.playOrPause();
        slide.tick(9);
        assertThat(slide.reachedProperty().get()).isEqualTo(1);
    }

    @Test
    void anotherKernelKeepsTheWindowUnderWayAndAnotherSizeEndsIt() {
        slide.restart();
        slide.step();
        model.change(plan -> plan.withGain(2));
        assertThat(slide.progress()).isEqualTo("2 of 20");

        model.pictureProperty().set(Optional.of(picture(1, 5, 4)));

        assertThat(slide.isUnderWay()).isFalse();
        assertThat(slide.progress()).isEmpty();
    }

    @Nested
    class OnALargePicture {

        @Test
        void wholeRowsGoByAndItEndsWithinSeconds() {
            model.pictureProperty().set(Optional.of(picture(1, 300, 400)));
            slide.paceProperty().set(1);
            slide.playOrPause();

            slide.tick(0.04);
            assertThat(slide.reachedProperty().get() % 400).isEqualTo(399);
            assertThat(slide.speed()).isEqualTo("75 rows/s");
            for (int i = 0; i < 110; i++) {
                slide.tick(0.04);
            }
            assertThat(slide.playingProperty().get()).isFalse();
        }
    }

    @Test
    void withoutAPictureNothingSlides() {
        SlideModel still = new SlideModel(TestBench.model());

        still.playOrPause();
        still.step();

        assertThat(still.playingProperty().get()).isFalse();
        assertThat(still.isUnderWay()).isFalse();
    }
}
