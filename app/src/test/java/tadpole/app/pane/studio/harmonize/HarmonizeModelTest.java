package tadpole.app.pane.studio.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.TinyStudio;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.tensor.Device;

class HarmonizeModelTest {

    private final TinyStudio bench = new TinyStudio();
    private final StudioModel studio = bench.model();
    private final ScriptedWork work = new ScriptedWork(10);
    private long nanos;
    private HarmonizeModel model;

    @BeforeEach
    void begin() {
        studio.frontProperty().set("harmonize");
        studio.nameProperty().set("Frog in a pond");
        model = new HarmonizeModel(studio, work, new Compositor(Device.plain())::scene, Runnable::run, () -> nanos += 1_000_000_000L);
        studio.document().open(Optional.of(TinyStudio.composition()));
        studio.featuresProperty().set(Optional.of(TinyStudio.network(4)));
    }

    private void untilOver() throws InterruptedException {
        while (model.situation().isGoingOn()) {
            bench.next();
        }
        bench.drain();
    }

    private void stepTo(int iteration) throws InterruptedException {
        while (model.placeProperty().get().filter(place -> place.iteration() == iteration).isEmpty()) {
            int before = model.momentsProperty().get().size();
            model.step();
            while (model.momentsProperty().get().size() == before) {
                bench.next();
            }
        }
        bench.drain();
    }

    private List<String> labels() {
        return model.filmProperty().get().frames().stream().map(Frame::label).toList();
    }

    @Nested
    class BeforeAStart {

        @Test
        void anEmptyCanvasIsNoFault() {
            studio.document().open(Optional.empty());

            assertThat(model.situation()).isEqualTo(Situation.EMPTY);
            assertThat(model.obstacleProperty().get()).isEmpty();
            model.startOrPause();
            assertThat(model.situation()).isEqualTo(Situation.EMPTY);
        }

        @Test
        void opensWithWhatSuitsTheNetworkAndAPresetLeavesTheStrength() {
            assertThat(model.preset()).hasValueSatisfying(preset -> assertThat(preset.key()).isEqualTo("best"));
            model.form().field("tau").take(8.0);
            assertThat(model.form().settings().decimal("tau")).isEqualTo(8);
            assertThat(model.preset()).isPresent();

            model.take(HarmonizePlan.presets(TinyStudio.network(4)).get(1));

            assertThat(model.form().settings().decimal("tau")).isEqualTo(8);
            assertThat(model.preset()).hasValueSatisfying(preset -> assertThat(preset.key()).isEqualTo("authors"));
        }

        @Test
        void saysInOneSentenceWhatStandsInTheWay() {
            Composition whole = TinyStudio.composition();
            refuses(new Composition(whole.painting(), Optional.empty(), whole.placement(), whole.mask()), "There is no object yet");
            refuses(with(whole, Mask.empty(TinyStudio.HEIGHT, TinyStudio.WIDTH)), "The mask is empty: paint over the object");
            refuses(with(whole, TinyStudio.box(24, 18, 7, 9)), "Only 63 pixels of the object show, at least 64");
            Composition full = with(whole, Mask.full(TinyStudio.HEIGHT, TinyStudio.WIDTH));
            refuses(full.withPlacement(new Placement(32, 24, 10, 0, false)), "The object covers the whole painting");
            studio.document().open(Optional.of(full));
            assertThat(model.obstacleProperty().get()).as("the mask lies beside the object too, but only the object shows").isEmpty();
            refuses(new Composition(whole.painting(), whole.object(), new Placement(-40, 24, 1, 0, false), whole.mask()), "The object lies outside the mask");
        }

        @Test
        void anObjectThatIsTurnedIsWhereItIsTurnedTo() {
            Composition whole = TinyStudio.composition();
            Composition upright = new Composition(whole.painting(), whole.object(), new Placement(32, 24, 1, 90, false), TinyStudio.box(28, 14, 8, 1));
            Composition lying = new Composition(whole.painting(), whole.object(), new Placement(32, 24, 1, 0, false), TinyStudio.box(28, 14, 8, 1));
            refuses(upright, "Only 8 pixels of the object show");
            refuses(lying, "The object lies outside the mask");
        }

        @Test
        void aNetworkMustBeThereAndAShallowOnesLayersStandForOthers() {
            studio.featuresProperty().set(Optional.empty());
            assertThat(model.obstacleProperty().get()).startsWith("The feature network is not read yet");
            model.startOrPause();
            assertThat(model.situation()).isEqualTo(Situation.READY);
            studio.featuresProperty().set(Optional.of(TinyStudio.network(3)));
            assertThat(model.obstacleProperty().get()).isEmpty();
        }

        @Test
        void aPresetLeavesTheStrengthAlone() {
            model.form().field("tau").enter("8");
            assertThat(model.preset().orElseThrow().key()).isEqualTo("best");
            model.take(HarmonizePlan.presets(TinyStudio.network(4)).get(1));
            assertThat(model.form().settings().decimal("tau")).isEqualTo(8);
            assertThat(model.preset().orElseThrow().key()).isEqualTo("authors");
            model.form().field("history").enter("7");
            assertThat(model.preset()).isEmpty();
        }

        @Test
        void saysThatItMeasuresUntilItKnows() {
            assertThat(model.estimateProperty().get()).startsWith("Measuring");
            bench.drain();
            assertThat(model.estimateProperty().get()).startsWith("About");
        }

        @Test
        void everyConstantStandsUnderOneHeading() {
            assertThat(ConstantsSection.groups(HarmonizePlan.RECIPE.settings()).values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(HarmonizePlan.RECIPE.settings());
            assertThat(ConstantsSection.groups(HarmonizePlan.RECIPE.settings()).values()).noneMatch(List::isEmpty);
        }

        @Test
        void saysWhatAStartWouldTakeAndRefusesWhatCannotFit() {
            model.form().field("size").enter("190");
            bench.drain();
            assertThat(model.estimateProperty().get()).isEqualTo("About 0:10 and 20 MB of memory.");
            model.form().field("size").enter("600");
            bench.drain();
            assertThat(model.obstacleProperty().get()).isEqualTo("It needs 9 GB: take a size of 500 or less.");
            model.startOrPause();
            assertThat(model.situation()).isEqualTo(Situation.READY);
            model.form().field("size").enter("200");
            assertThat(model.obstacleProperty().get()).isEmpty();
            bench.drain();
            assertThat(model.estimateProperty().get()).isEqualTo("About 0:20 and 20 MB of memory.");
        }

        @Test
        void aRefusedConstantStandsInTheWay() {
            model.form().field("tau").enter("-3");
            assertThat(model.obstacleProperty().get()).contains("τ");
            model.form().field("tau").enter("3");
            assertThat(model.obstacleProperty().get()).isEmpty();
        }

        private void refuses(Composition layers, String start) {
            studio.document().open(Optional.of(layers));
            assertThat(model.obstacleProperty().get()).startsWith(start).endsWith(".");
            model.startOrPause();
            assertThat(model.situation()).isEqualTo(Situation.READY);
        }

        private Composition with(Composition of, Mask mask) {
            return new Composition(of.painting(), of.object(), of.placement(), mask);
        }
    }

    @Nested
    class WhenItRuns {

        @Test
        void keepsTheFilmShowsTheNewestAndSaysWhatWasReached() throws InterruptedException {
            model.startOrPause();
            assertThat(model.situation()).isEqualTo(Situation.RUNNING);
            untilOver();

            assertThat(labels()).startsWith("composite", "pass 1 · 2").contains("pass 1 · 10", "pass 2 · 10").endsWith("finish");
            assertThat(model.situation()).isEqualTo(Situation.ENDED);
            assertThat(model.lineProperty().get()).startsWith("Finished in 0:").contains("Try τ 10");
            assertThat(studio.canvas().resultProperty().get()).contains(model.result().orElseThrow().picture());
        }

        @Test
        void theWipeOpensAtTheMiddleOfWhatIsHarmonizedAndStaysWhereItIsPut() throws InterruptedException {
            studio.document().open(Optional.of(TinyStudio.composition().withMask(TinyStudio.box(26, 16, 8, 16))));
            stepTo(1);
            assertThat(studio.canvas().wipeProperty().get()).isEqualTo(30.0 / TinyStudio.WIDTH);
            studio.canvas().wipeProperty().set(0.9);
            stepTo(3);
            assertThat(studio.canvas().wipeProperty().get()).isEqualTo(0.9);
            model.stop();
            untilOver();
        }

        @Test
        void theLayersAreLockedUntilItIsOver() throws InterruptedException {
            model.step();
            assertThat(studio.canvas().editableProperty().get()).isFalse();
            model.stop();
            untilOver();
            assertThat(studio.canvas().editableProperty().get()).isTrue();
        }

        @Test
        void stepsOneByOneAndStandsStill() throws InterruptedException {
            stepTo(1);
            assertThat(model.situation()).isEqualTo(Situation.PAUSED);
            stepTo(2);
            assertThat(model.momentsProperty().get()).hasSize(2);
            model.stop();
            untilOver();
        }

        @Test
        void aKindOfLossIsMutedAndTakenInAgain() throws InterruptedException {
            stepTo(1);
            model.mute(PullName.Kind.STYLE, true);
            stepTo(3);
            Map<PullName.Kind, Double> shares = model.momentsProperty().get().getLast().shares();
            assertThat(shares.get(PullName.Kind.STYLE)).isZero();
            assertThat(shares.get(PullName.Kind.HISTOGRAM)).isCloseTo(0.29 / 0.54, within(1e-9));

            model.mute(PullName.Kind.STYLE, false);
            stepTo(5);
            assertThat(model.momentsProperty().get().getLast().shares().get(PullName.Kind.STYLE)).isCloseTo(0.46, within(1e-9));
            model.stop();
            untilOver();
        }

        @Test
        void aMomentOfTheFilmStaysOnTheCanvasWhileTheRunGoesOn() throws InterruptedException {
            stepTo(4);
            Frame composite = model.filmProperty().get().frames().getFirst();
            model.choose(composite);
            Picture shown = studio.canvas().resultProperty().get().orElseThrow();
            stepTo(5);
            stepTo(6);
            assertThat(studio.canvas().resultProperty().get()).containsSame(shown);

            model.choose(model.filmProperty().get().frames().getLast());
            assertThat(model.chosenProperty().get()).isEmpty();
            assertThat(studio.canvas().resultProperty().get().orElseThrow()).isNotEqualTo(shown);
            model.stop();
            untilOver();
        }

        @Test
        void anotherRoomsPictureOnTheCanvasIsLeftAlone() throws InterruptedException {
            Picture others = TinyStudio.picture("other", 4, 4, 9);
            stepTo(1);
            studio.frontProperty().set("style");
            studio.canvas().resultProperty().set(Optional.of(others));
            stepTo(6);
            assertThat(studio.canvas().resultProperty().get()).containsSame(others);

            studio.frontProperty().set("harmonize");
            assertThat(studio.canvas().resultProperty().get().orElseThrow()).isNotSameAs(others);
            model.stop();
            untilOver();
        }

        @Test
        void whatFailedIsSaidAndTheLayersStay() throws InterruptedException {
            Composition layers = studio.document().composition().orElseThrow();
            work.failWith("There is not enough memory for it.");
            model.startOrPause();
            untilOver();

            assertThat(model.situation()).isEqualTo(Situation.FAILED);
            assertThat(model.lineProperty().get()).isEqualTo("There is not enough memory for it.");
            assertThat(studio.document().composition()).containsSame(layers);
        }
    }

    @Nested
    class WhenStopped {

        @Test
        void resumeGivesThePictureOfARunThatWasNeverStopped() throws InterruptedException {
            stepTo(4);
            model.stop();
            untilOver();
            assertThat(model.situation()).isEqualTo(Situation.STOPPED);
            assertThat(model.lineProperty().get()).isEqualTo("Stopped at Pass 1, iteration 4 of 10. Resume goes on from there.");

            model.startOrPause();
            untilOver();
            Picture resumed = model.result().orElseThrow().picture();
            assertThat(work.begun().getLast()).isPresent();
            assertThat(labels()).startsWith("composite").contains("pass 1 · 2");
            model.restart();
            untilOver();
            assertThat(work.begun().getLast()).isEmpty();
            assertThat(model.result().orElseThrow().picture().values().data()).isEqualTo(resumed.values().data());
        }

        @Test
        void otherSettingsStartAnewAndTheOldOnesGoOn() throws InterruptedException {
            stepTo(4);
            model.stop();
            untilOver();

            model.form().field("tau").enter("7");
            assertThat(model.lineProperty().get()).isEqualTo("The settings have changed since it was stopped: Harmonize starts anew.");
            assertThat(model.situation()).isNotEqualTo(Situation.STOPPED);
            model.form().field("tau").enter("5");
            assertThat(model.situation()).isEqualTo(Situation.STOPPED);

            model.form().field("tau").enter("7");
            model.startOrPause();
            untilOver();
            assertThat(work.begun().getLast()).isEmpty();
        }

        @Test
        void editedLayersHideTheResultAndUndoBringsItBack() throws InterruptedException {
            model.startOrPause();
            untilOver();
            Composition layers = studio.document().composition().orElseThrow();

            studio.document().edit(new Composition(layers.painting(), layers.object(), new Placement(30, 24, 1, 0, false), layers.mask()));
            assertThat(studio.canvas().resultProperty().get()).isEmpty();
            assertThat(model.lineProperty().get()).isEqualTo("The layers have changed since: Harmonize again to see it.");

            studio.document().undo();
            assertThat(studio.canvas().resultProperty().get()).isPresent();
            assertThat(model.lineProperty().get()).startsWith("Finished in");
        }

        @Test
        void oneKeyDoesNotGiveARunUp() throws InterruptedException {
            stepTo(4);
            model.restart();
            assertThat(model.placeProperty().get().orElseThrow().iteration()).isEqualTo(4);
            assertThat(bench.messages().failures().getLast()).startsWith("R once more");
            model.stop();
            untilOver();
            model.restart();
            assertThat(model.situation()).isEqualTo(Situation.STOPPED);
            model.restart();
            untilOver();
            assertThat(work.begun().getLast()).isEmpty();
            assertThat(model.situation()).isEqualTo(Situation.ENDED);
        }

        @Test
        void aRunThatIsSettledForItsFileGoesOnAsItWas() throws InterruptedException {
            stepTo(4);
            boolean[] called = {false};
            model.settle(() -> {
                called[0] = true;
                assertThat(model.keep().state()).isPresent();
            });
            while (!called[0]) {
                bench.next();
            }
            bench.drain();
            assertThat(model.situation()).isEqualTo(Situation.PAUSED);
            stepTo(5);
            assertThat(work.begun().getLast()).isPresent();
            model.stop();
            untilOver();
        }

        @Test
        void anotherStrengthIsToldByItsName() throws InterruptedException {
            model.startOrPause();
            untilOver();
            model.form().field("tau").enter("10");
            assertThat(model.lineProperty().get()).startsWith("Strength is now 10, the picture was made with 5");
        }

        @Test
        void aLayerMutedByItselfIsPartOfItsKind() throws InterruptedException {
            stepTo(1);
            PullName one = new PullName(PullName.Kind.STYLE, "relu1_1");
            studio.pulls().mute(one, true);
            stepTo(3);
            assertThat(model.silence(PullName.Kind.STYLE)).isEqualTo(HarmonizeModel.Silence.PARTLY);
            studio.pulls().mute(new PullName(PullName.Kind.STYLE, "relu4_1"), true);
            assertThat(model.silence(PullName.Kind.STYLE)).isEqualTo(HarmonizeModel.Silence.ALL);
            model.mute(PullName.Kind.STYLE, false);
            assertThat(model.silence(PullName.Kind.STYLE)).isEqualTo(HarmonizeModel.Silence.NONE);
            studio.pulls().mute(one, true);
            model.startOrPause();
            untilOver();
            assertThat(model.lineProperty().get()).matches("Finished in [0-9:]+ without partly style\\..*");
        }

        @Test
        void theStagesThatEndedAreKept() throws InterruptedException {
            model.startOrPause();
            untilOver();
            assertThat(model.result().orElseThrow().stages()).containsOnlyKeys(Stage.values());
        }
    }
}
