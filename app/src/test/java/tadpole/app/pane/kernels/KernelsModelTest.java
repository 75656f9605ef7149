package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.model;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.app.pane.kernels.input.Source;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.picture.Picture;

class KernelsModelTest {

    private static final Kernel TWO = Kernel.of(1, 1, 2);

    @Nested
    class Consistency {

        @Test
        void aLayerHasAKernelForEachChannelAndGrayOneAgain() {
            KernelsModel model = modelOf(picture(3, 6, 6));

            model.change(plan -> plan.withMixing(Mixing.SUM));
            assertThat(model.planProperty().get().filters().getFirst().kernels()).hasSize(3).containsOnly(model.kernel());
            model.channelProperty().set(2);
            model.change(plan -> plan.withKernel(0, 2, Kernel.zeros(3, 3)));
            model.change(plan -> plan.withMixing(Mixing.GRAY));

            assertThat(model.planProperty().get().filters().getFirst().kernels()).hasSize(1);
            assertThat(model.channelProperty().get()).isZero();
        }

        @Test
        void aPictureWithOtherChannelsTakesOtherNumbersOfKernels() {
            KernelsModel model = modelOf(picture(3, 6, 6));
            model.change(plan -> plan.withMixing(Mixing.SUM));

            model.pictureProperty().set(Optional.of(picture(5, 6, 6)));
            assertThat(model.convolvedProperty().get().orElseThrow().weight().shape().at(1)).isEqualTo(5);
            model.pictureProperty().set(Optional.of(picture(1, 6, 6)));

            assertThat(model.convolvedProperty().get().orElseThrow().weight().shape().at(1)).isEqualTo(1);
            assertThat(model.refusalProperty().get()).isEmpty();
        }

        @Test
        void oneKernelInAnotherSizeResizesTheOthers() {
            KernelsModel model = modelOf(picture(3, 6, 6));
            model.change(plan -> plan.withMixing(Mixing.SUM));
            model.addFilter();

            model.change(plan -> plan.withKernel(1, 2, Kernel.zeros(5, 1)));

            assertThat(model.planProperty().get().filters()).allSatisfy(filter ->
                    assertThat(filter.kernels()).allSatisfy(kernel -> assertThat(List.of(kernel.height(), kernel.width())).containsExactly(5, 1)));
        }

        @Test
        void whoListensNeverFindsAFilterOrPlaceThatIsNotThere() {
            KernelsModel model = modelOf(picture(3, 6, 6));
            List<Object> seen = new ArrayList<>();
            model.planProperty().subscribe(_ -> seen.add(model.kernel()));
            model.convolvedProperty().subscribe(_ -> seen.add(model.window()));
            model.placeProperty().subscribe(_ -> seen.add(model.window()));
            model.filterProperty().subscribe(_ -> seen.add(model.kernel()));

            model.addFilter();
            model.copyFilter();
            model.placeProperty().set(Optional.of(new Place(2, 5, 5)));
            assertThat(model.placeProperty().get()).contains(new Place(2, 5, 5));
            model.change(plan -> plan.withStride(3));
            assertThat(model.placeProperty().get()).contains(new Place(2, 1, 1));
            model.removeFilter();
            assertThat(model.placeProperty().get()).contains(new Place(1, 1, 1));
            model.removeFilter();
            model.removeFilter();
            model.change(plan -> plan.withMixing(Mixing.EACH));
            model.placeProperty().set(Optional.of(new Place(2, 9, 9)));

            assertThat(model.placeProperty().get()).contains(new Place(2, 1, 1));
            assertThat(model.planProperty().get().filters()).hasSize(1);
            assertThat(seen).hasSizeGreaterThan(12);
        }

        @Test
        void noMoreThanEightFilters() {
            KernelsModel model = modelOf(picture(1, 4, 4));

            for (int i = 0; i < 10; i++) {
                model.addFilter();
            }
            model.copyFilter();

            assertThat(model.planProperty().get().filters()).hasSize(8);
            assertThat(model.filterProperty().get()).isEqualTo(7);
        }
    }

    @Nested
    class Undoing {

        @Test
        void goesBackAndForthStepByStep() {
            KernelsModel model = modelOf(picture(1, 6, 6));
            ConvolutionPlan first = model.planProperty().get();
            model.addFilter();
            model.change(plan -> plan.withStride(2));

            model.undo();
            assertThat(model.planProperty().get().stride()).isEqualTo(1);
            assertThat(model.filterProperty().get()).isEqualTo(1);
            model.undo();
            assertThat(model.planProperty().get()).isEqualTo(first);
            assertThat(model.undoableProperty().get()).isFalse();
            model.redo();
            model.redo();

            assertThat(model.planProperty().get().stride()).isEqualTo(2);
            assertThat(model.planProperty().get().filters()).hasSize(2);
            assertThat(model.redoableProperty().get()).isFalse();
            assertThat(model.convolvedProperty().get().orElseThrow().height()).isEqualTo(3);
        }

        @Test
        void aGestureIsOneStep() {
            KernelsModel model = modelOf(picture(1, 6, 6));
            for (int i = 1; i < 5; i++) {
                float gain = i * 2;
                model.change("drag", plan -> plan.withGain(gain));
            }
            model.endGesture();
            model.change("drag", plan -> plan.withGain(20));

            model.undo();
            assertThat(model.planProperty().get().gain()).isEqualTo(8);
            model.undo();
            assertThat(model.planProperty().get().gain()).isEqualTo(1);
        }

        @Test
        void whatIsChangedAfterUndoingCannotBeRedone() {
            KernelsModel model = modelOf(picture(1, 6, 6));
            model.change(plan -> plan.withGain(2));
            model.undo();
            model.change(plan -> plan.withGain(3));

            model.redo();

            assertThat(model.planProperty().get().gain()).isEqualTo(3);
        }

        @Test
        void anotherPictureIsNoStep() {
            KernelsModel model = modelOf(picture(3, 6, 6));
            model.change(plan -> plan.withMixing(Mixing.SUM));
            model.pictureProperty().set(Optional.of(picture(1, 4, 4)));

            model.undo();

            assertThat(model.undoableProperty().get()).isFalse();
            assertThat(model.planProperty().get().mixing()).isEqualTo(Mixing.GRAY);
        }
    }

    @Nested
    class Asking {

        @Test
        void aRefusalLeavesTheLastResultAndSaysWhy() {
            KernelsModel model = modelOf(picture(1, 4, 4));
            Convolved good = model.convolvedProperty().get().orElseThrow();

            model.change(plan -> plan.withPadding(Padding.none()).withDilation(4));

            assertThat(model.convolvedProperty().get()).contains(good);
            assertThat(model.refusalProperty().get()).isNotEmpty();
            model.undo();
            assertThat(model.refusalProperty().get()).isEmpty();
        }

        @Test
        void onlyTheNewestQuestionIsAnswered() {
            TestBench.Later later = new TestBench.Later();
            KernelsModel model = model(later);
            model.pictureProperty().set(Optional.of(picture(1, 4, 4)));
            model.change(plan -> plan.withDilation(60).withPadding(Padding.none()));
            model.change(plan -> plan.withFilters(List.of(new Filter(List.of(TWO), 1))).withDilation(1));

            assertThat(later.size()).isEqualTo(1);
            assertThat(model.runningProperty().get()).isTrue();
            later.run();

            assertThat(model.refusalProperty().get()).isEmpty();
            assertThat(model.runningProperty().get()).isFalse();
            assertThat(model.convolvedProperty().get().orElseThrow().at(0, 1, 2)).isEqualTo(2 * picture(1, 4, 4).at(0, 1, 2) + 1);
        }

        @Test
        void withoutAPictureNothingIsShown() {
            KernelsModel model = modelOf(picture(1, 4, 4));

            model.pictureProperty().set(Optional.empty());

            assertThat(model.convolvedProperty().get()).isEmpty();
            assertThat(model.placeProperty().get()).isEmpty();
            assertThat(model.runningProperty().get()).isFalse();
        }

        @Test
        void aSinglePixelIsAPicture() {
            KernelsModel model = modelOf(picture(1, 1, 1));

            assertThat(model.placeProperty().get()).contains(new Place(0, 0, 0));
            assertThat(model.window().orElseThrow().products()).hasSize(9);
        }
    }

    @Test
    void strokesAndKernelsAreTakenBackInTheOrderTheyWereMade() {
        KernelsModel model = TestBench.model();
        model.input().sourceProperty().set(Source.DRAWING);
        Picture blank = model.pictureProperty().get().orElseThrow();
        model.change(plan -> plan.withStride(2));
        model.input().sketch().press(3, 3);
        model.input().sketch().drag(3, 9);
        model.input().sketch().release();
        Picture first = model.pictureProperty().get().orElseThrow();
        model.change(plan -> plan.withStride(3));
        model.input().sketch().press(7, 3);
        model.input().sketch().release();
        Picture second = model.pictureProperty().get().orElseThrow();

        model.undo();
        assertThat(model.pictureProperty().get()).containsSame(first);
        assertThat(model.planProperty().get().stride()).isEqualTo(3);
        model.undo();
        assertThat(model.pictureProperty().get()).containsSame(first);
        assertThat(model.planProperty().get().stride()).isEqualTo(2);
        assertThat(model.input().sketch().undoableProperty().get()).isTrue();
        model.undo();
        assertThat(model.pictureProperty().get()).containsSame(blank);
        assertThat(model.input().sketch().pictureProperty().get()).isSameAs(blank);
        assertThat(model.input().recent()).as("strokes are no pictures of their own").hasSize(1);
        model.redo();
        model.redo();
        model.redo();
        assertThat(model.pictureProperty().get()).containsSame(second);
        assertThat(model.planProperty().get().stride()).isEqualTo(3);
    }
}
