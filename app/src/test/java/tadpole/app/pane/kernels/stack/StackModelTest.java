package tadpole.app.pane.kernels.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.image.PixelModel.Pixel;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TestBench;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.Area;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.StackNumber;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.convolution.StackStage.Pooled;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Shape;

class StackModelTest {

    private static final StackStage MAX = StackStages.pooling(Pooled.Kind.MAX);

    private final KernelsModel bench = TestBench.modelOf(TestBench.picture(1, 16, 16));
    private final StackModel model = new StackModel(bench);

    private StackRun run() {
        return model.runProperty().get().orElseThrow();
    }

    private Sight sight() {
        return model.sightProperty().get().orElseThrow();
    }

    @Nested
    class AtFirst {

        @Test
        void thePanesKernelIsTheFirstStage() {
            assertThat(model.draft().pane()).isZero();
            assertThat(run().plane(1).data()).containsExactly(bench.convolvedProperty().get().orElseThrow().output().data());
            assertThat(run().plane(3).shape()).isEqualTo(Shape.of(1, 8, 8));
        }

        @Test
        void withoutAPictureThereIsNothing() {
            StackModel empty = new StackModel(TestBench.model());

            assertThat(empty.runProperty().get()).isEmpty();
            empty.point(1, Optional.of(new Pixel(0, 0)));
            assertThat(empty.sightProperty().get()).isEmpty();
        }
    }

    @Nested
    class Live {

        @Test
        void everyEditOfThePanesKernelRunsThroughTheStack() {
            bench.change(plan -> plan.withKernel(0, 0, Kernel.zeros(3, 3).with(1, 1, 1)));

            assertThat(run().plane(2).data()).containsExactly(bench.pictureProperty().get().orElseThrow().values().data());
        }

        @Test
        void anotherPictureToo() {
            bench.pictureProperty().set(Optional.of(TestBench.picture(3, 20, 12)));

            assertThat(run().plane(3).shape()).isEqualTo(Shape.of(1, 10, 6));
        }

        @Test
        void onlyTheNewestQuestionIsAnswered() {
            TestBench.Later later = new TestBench.Later();
            KernelsModel slow = TestBench.model(later);
            slow.pictureProperty().set(Optional.of(TestBench.picture(1, 16, 16)));
            StackModel waiting = new StackModel(slow);
            later.run();
            StackRun before = waiting.runProperty().get().orElseThrow();

            waiting.open(StackExample.BLURS);
            waiting.open(StackExample.EDGES);
            waiting.open(StackExample.DILATED);
            assertThat(waiting.runProperty().get()).containsSame(before);
            assertThat(later.size()).isEqualTo(1);
            later.run();

            assertThat(waiting.runProperty().get().orElseThrow().receptiveField().size(3).height()).isEqualTo(15);
        }

        @Test
        void nothingIsComputedWhereNobodyLooksAndAllWhenSomebodyDoesAgain() {
            StackRun before = run();
            model.watch(false);
            bench.change(plan -> plan.withStride(2));
            assertThat(run()).isSameAs(before);

            model.watch(true);
            assertThat(run().plane(1).shape()).isEqualTo(Shape.of(1, 8, 8));
        }

        @Test
        void aPictureThatWentTakesTheStackWithIt() {
            bench.pictureProperty().set(Optional.empty());

            assertThat(model.runProperty().get()).isEmpty();
        }
    }

    @Nested
    class Editing {

        @Test
        void addsBehindTheChosenStageUpToFour() {
            model.add(MAX);
            assertThat(model.draft().stages()).hasSize(4);
            assertThat(model.chosenProperty().get()).isEqualTo(1);
            assertThat(model.chosenStage()).contains(MAX);

            model.add(MAX);
            assertThat(model.draft().stages()).hasSize(4);
        }

        @Test
        void thePanesKernelMovesWithItsStage() {
            model.move(0, 1);
            assertThat(model.draft().pane()).isEqualTo(1);
            assertThat(run().plan().stages().get(1)).isInstanceOf(StackStage.Convolution.class);
            model.move(0, -1);
            assertThat(model.draft().pane()).isEqualTo(1);
            model.remove(1);
            assertThat(model.draft().pane()).isEqualTo(StackDraft.NONE);
            assertThat(model.draft().size()).isEqualTo(2);
        }

        @Test
        void aCopyOfThePanesStageStandsStill() {
            model.duplicate(0);
            StackStage copy = model.draft().stages().get(1);

            bench.change(plan -> plan.withStride(2));

            assertThat(model.draft().pane()).isZero();
            assertThat(run().plan().stages().get(0).sliding().stride()).isEqualTo(2);
            assertThat(((StackStage.Convolution) copy).plan().stride()).isEqualTo(1);
            assertThat(run().misfit()).isEmpty();
        }

        @Test
        void aStageMayPartFromThePaneAndFollowItAgain() {
            model.part();
            assertThat(model.draft().pane()).isEqualTo(StackDraft.NONE);
            bench.change(plan -> plan.withStride(2));
            assertThat(run().plane(1).shape()).isEqualTo(Shape.of(1, 16, 16));

            model.follow();
            assertThat(run().plane(1).shape()).isEqualTo(Shape.of(1, 8, 8));
        }

        @Test
        void allCanBeTakenBackAndDoneAgain() {
            StackDraft first = model.draft();
            model.remove(2);
            model.remove(1);
            model.remove(0);
            assertThat(model.chosenProperty().get()).isEqualTo(-1);
            assertThat(run().plane(0).shape()).isEqualTo(Shape.of(1, 16, 16));

            bench.undo();
            bench.undo();
            bench.undo();
            assertThat(model.draft()).isEqualTo(first);
            assertThat(bench.undoableProperty().get()).isFalse();
            bench.redo();
            assertThat(model.draft().size()).isEqualTo(2);
            assertThat(bench.redoableProperty().get()).isTrue();
            model.add(MAX);
            assertThat(bench.redoableProperty().get()).isFalse();
        }

        @Test
        void thePanesConvolutionIsTakenBackInItsTurn() {
            model.add(MAX);
            bench.change(plan -> plan.withStride(2));
            bench.change(plan -> plan.withStride(3));

            bench.undo();
            assertThat(bench.planProperty().get().stride()).isEqualTo(2);
            bench.undo();
            assertThat(bench.planProperty().get().stride()).isEqualTo(1);
            assertThat(model.draft().size()).isEqualTo(4);
            bench.undo();
            assertThat(model.draft().size()).isEqualTo(3);
            assertThat(bench.undoableProperty().get()).isFalse();

            bench.redo();
            assertThat(model.draft().size()).isEqualTo(4);
            assertThat(bench.planProperty().get().stride()).isEqualTo(1);
            bench.redo();
            bench.redo();
            assertThat(bench.planProperty().get().stride()).isEqualTo(3);
            bench.undo();
            bench.change(plan -> plan.withDilation(2));
            model.remove(1);
            bench.undo();
            bench.undo();
            assertThat(bench.planProperty().get().stride()).isEqualTo(2);
            assertThat(bench.planProperty().get().dilation()).isEqualTo(1);
        }

        @Test
        void oneCellTurnedOnAndOnIsTakenBackAtOnce() {
            model.open(StackExample.BLURS);
            OwnConvolution own = new OwnConvolution(model);
            StackDraft before = model.draft();
            assertThat(own.isChosen()).isTrue();

            for (int i = 1; i <= 5; i++) {
                float value = i;
                own.edited().change(plan -> plan.withKernel(0, 0, plan.filters().getFirst().kernels().getFirst().with(0, 0, value)));
            }
            own.edited().change(plan -> plan.withStride(2));

            assertThat(run().plane(1).shape()).isEqualTo(Shape.of(1, 8, 8));
            bench.undo();
            assertThat(own.edited().planProperty().get().stride()).isEqualTo(1);
            bench.undo();
            assertThat(model.draft()).isEqualTo(before);
            assertThat(own.edited().kernel().at(0, 0)).isEqualTo(1 / 16f);
        }

        @Test
        void aPictureThatIsPickedElsewhereChangesNoStage() {
            model.open(StackExample.BLURS);
            OwnConvolution own = new OwnConvolution(model);
            StackDraft before = model.draft();

            Split colored = new Split() {
                @Override
                public int size() {
                    return 2;
                }

                @Override
                public Shape shape() {
                    return Shape.of(3, 4, 4);
                }

                @Override
                public int label(int of) {
                    return 0;
                }

                @Override
                public void read(int of, float[] into, int offset) {
                    into[offset] = of;
                }
            };
            Workspace workspace = bench.desk().workspace();
            Dataset dataset = new Dataset("sevens", "Sevens", List.of("seven"), colored, Optional.empty());
            workspace.pickProperty().set(Optional.of(new Workspace.Pick(dataset, false, 0)));
            workspace.sentProperty().set(Optional.of(new Workspace.Sent("kernels", workspace.pickProperty().get().orElseThrow())));
            assertThat(bench.pictureProperty().get().orElseThrow().channels()).isEqualTo(3);
            workspace.pickProperty().set(Optional.of(new Workspace.Pick(dataset, false, 1)));

            assertThat(model.draft()).isEqualTo(before);
            model.chosenProperty().set(1);
            workspace.pickProperty().set(Optional.of(new Workspace.Pick(dataset, false, 0)));
            assertThat(model.draft()).isEqualTo(before);
            assertThat(own.edited().pictureProperty().get().orElseThrow().values()).isSameAs(run().plane(1));
        }

        @Test
        void anOwnConvolutionIsFittedToTheMapsThatComeIn() {
            model.open(StackExample.NETWORK);
            OwnConvolution own = new OwnConvolution(model);
            model.chosenProperty().set(3);

            assertThat(own.edited().planProperty().get().filters().getFirst().kernels()).hasSize(4);
            assertThat(bench.undoableProperty().get()).isTrue();
            bench.undo();
            assertThat(bench.undoableProperty().get()).as("looking changes nothing").isFalse();

            bench.redo();
            model.chosenProperty().set(3);
            own.edited().change(plan -> plan.withMixing(Mixing.GRAY));
            assertThat(run().misfit()).isEmpty();
            assertThat(own.edited().planProperty().get().mixing()).isNotEqualTo(Mixing.GRAY);
        }
    }

    @Nested
    class Looking {

        @Test
        void seesBackThroughEveryStage() {
            model.point(3, Optional.of(new Pixel(2, 3)));

            assertThat(sight().areas()).containsExactly(new Area(3, 5, 4, 4), new Area(4, 6, 2, 2), new Area(4, 6, 2, 2), new Area(2, 3, 1, 1));
            assertThat(sight().sees()).isEqualTo("Sees 4 × 4 pixels of the picture, moves by 2.");
            assertThat(sight().beyond()).isEmpty();
            assertThat(sight().number().orElseThrow()).isInstanceOf(StackNumber.Largest.class);
            assertThat(sight().number().orElseThrow().value()).isEqualTo(run().plane(3).data()[2 * 8 + 3]);
        }

        @Test
        void saysWhatReachesIntoPadding() {
            model.point(3, Optional.of(new Pixel(0, 7)));

            assertThat(sight().beyond()).isEqualTo("Reaches 1 row above and 1 column right of it, into padding.");
        }

        @Test
        void aPinnedPixelStaysAndFollowsTheEdits() {
            model.pin(3, new Pixel(1, 1));
            model.point(1, Optional.of(new Pixel(5, 5)));
            model.point(1, Optional.empty());
            assertThat(sight().spot()).isEqualTo(new StackModel.Spot(3, 0, 1, 1));
            float before = sight().number().orElseThrow().value();

            bench.change(plan -> plan.withGain(3));
            assertThat(sight().number().orElseThrow().value()).isCloseTo(3 * before, within(1e-3f));

            model.pin(3, new Pixel(1, 1));
            assertThat(model.pinnedProperty().get()).isFalse();
            model.point(1, Optional.empty());
            assertThat(model.sightProperty().get()).isEmpty();
        }

        @Test
        void aPinnedPixelThatIsNoLongerThereIsNotShown() {
            model.pin(3, new Pixel(7, 7));
            model.remove(2);
            assertThat(model.sightProperty().get()).isEmpty();

            bench.undo();
            assertThat(sight().spot().y()).isEqualTo(7);
        }

        @Test
        void everyChannelHasItsNumbers() {
            model.open(StackExample.NETWORK);
            model.channelProperty(1).set(2);
            model.point(1, Optional.of(new Pixel(3, 3)));
            assertThat(sight().spot().channel()).isEqualTo(2);
            model.channelProperty(1).set(3);
            assertThat(sight().spot().channel()).isEqualTo(3);

            model.open(StackExample.EDGES);
            assertThat(model.channelProperty(1).get()).isZero();
        }
    }

    @Nested
    class Refused {

        @Test
        void theStageIsNamedAndThoseBeforeStayLive() {
            for (int i = 0; i < 3; i++) {
                model.remove(0);
            }
            for (int i = 0; i < 3; i++) {
                model.add(new Pooled(Pooled.Kind.MAX, 4, 4, 0));
            }

            assertThat(run().results()).hasSize(2);
            assertThat(run().misfit().orElseThrow().sentence()).startsWith("Stage 3, max pooling: a 4×4 window does not fit a 1×1 input");
            model.point(2, Optional.of(new Pixel(0, 0)));
            assertThat(sight().sees()).isEqualTo("Sees 16 × 16 pixels of the picture, moves by 16.");
        }
    }

    @Nested
    class Examples {

        @Test
        void allFitAnyUsualPicture() {
            for (StackExample example : StackExample.values()) {
                for (int channels : new int[] {1, 3}) {
                    bench.pictureProperty().set(Optional.of(TestBench.picture(channels, 28, 32)));
                    model.open(example);
                    assertThat(run().misfit()).as(example.label()).isEmpty();
                    assertThat(run().results()).as(example.label()).hasSize(example.draft().size());
                }
            }
        }

        @Test
        void threeBlursAreOneLargerGaussian() {
            model.open(StackExample.BLURS);
            model.point(3, Optional.of(new Pixel(8, 8)));

            assertThat(sight().areas().getFirst()).isEqualTo(new Area(5, 5, 7, 7));
            double expected = 0;
            int[] binomials = {1, 6, 15, 20, 15, 6, 1};
            for (int u = 0; u < 7; u++) {
                for (int v = 0; v < 7; v++) {
                    expected += binomials[u] * binomials[v] / 4096.0 * run().picture().at(0, 5 + u, 5 + v);
                }
            }
            assertThat((double) sight().number().orElseThrow().value()).isCloseTo(expected, within(1e-3));
        }
    }

    @Nested
    class Words {

        @Test
        void theFormulaHasItsNumbers() {
            StackStage.Convolution stage = StackStages.convolution();
            assertThat(StackWords.formula(stage.sliding(), Shape.of(1, 32, 32))).isEqualTo("⌊(32 + 2·1 − 3) / 1⌋ + 1 = 32");
            StackStage.Convolution spread = new StackStage.Convolution(stage.plan().withDilation(2).withStride(2).withPadding(Padding.none()));
            assertThat(StackWords.formula(spread.sliding(), Shape.of(1, 32, 20)))
                    .isEqualTo("⌊(32 − 5) / 2⌋ + 1 = 14\n⌊(20 − 5) / 2⌋ + 1 = 8");
            assertThat(StackWords.formula(MAX.sliding(), Shape.of(1, 9, 9))).isEqualTo("⌊(9 − 2) / 2⌋ + 1 = 4");
        }

        @Test
        void settingsAreSaidShort() {
            assertThat(StackWords.setting(MAX)).isEqualTo("2×2, stride 2");
            assertThat(StackWords.setting(new StackStage.Rectified())).isEqualTo("max(0, x)");
            assertThat(StackWords.setting(StackExample.NETWORK.draft().stages().getFirst())).isEqualTo("4 filters 3×3");
        }
    }
}
