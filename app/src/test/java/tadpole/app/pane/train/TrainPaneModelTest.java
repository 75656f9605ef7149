package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.app.Pump;
import tadpole.app.chart.Flag;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.schedule.RunLength;
import tadpole.app.schedule.ScheduleEditorModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.formula.Address;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.schedule.Cosine;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Trainer;
import tadpole.samples.SampleData;

class TrainPaneModelTest {

    private static final Examples EXAMPLES = new Examples(SampleData.experiments(), List.of());

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final TrainPaneModel model = new TrainPaneModel(desk, EXAMPLES, Runnable::run);

    @BeforeEach
    void openTheData() {
        desk.workspace().datasetProperty().set(Optional.of(TinyData.open()));
        pump.until(() -> model.draft().fitProperty().get().fits());
        model.form().plan().field("batch").enter("20");
        model.form().plan().field("epochs").enter("2");
        model.form().network().field("hidden").enter("16");
        pump.until(() -> model.draft().fitProperty().get().parameters() == 64 * 16 + 16 + 16 * 10 + 10);
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    @Test
    void saysWhatIsOpen() {
        assertThat(model.draft().subtitle().getValue()).isEqualTo("Tiny · 64–16–10 · 1\u00A0210 parameters");
        assertThat(desk.workspace().experimentProperty().get()).contains(model.form().experiment());
        assertThat(model.stripProperty().get().orElseThrow().images()).hasSize(11).allMatch(seen -> seen.answer().isEmpty());
    }

    @Test
    void trainsToTheEndAndSaysWhatWasReached() {
        model.startOrPause();
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.figuresProperty().get().step()).isEqualTo(20);
        assertThat(model.figuresProperty().get().heldOutText()).endsWith("%");
        assertThat(model.lineProperty().get()).startsWith("Finished 2 epochs in 0:0").contains("of test images right");
        assertThat(desk.workspace().trainedProperty().get().orElseThrow().steps()).isEqualTo(20);
    }

    @Test
    void theProbabilityOfATileLeadsBackToPixelsAndWeights() {
        StripXRay xray = new StripXRay(model, desk, Runnable::run);
        List<Address> opened = new ArrayList<>();
        Seen unasked = model.stripProperty().get().orElseThrow().images().getFirst();
        xray.open(model.stripProperty().get().orElseThrow(), unasked, 0, opened::add);
        assertThat(opened).as("before the first step").isEmpty();
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);
        News.Looked looked = model.stripProperty().get().orElseThrow();
        Seen seen = looked.images().get(4);

        xray.open(looked, seen, 3, opened::add);
        pump.until(() -> opened.size() == 1);
        xray.model().open(opened.getFirst());

        assertThat(opened).containsExactly(new Address.Probability(0, 3));
        assertThat(xray.image()).contains(4);
        assertThat(xray.model().shownProperty().get().orElseThrow().value()).isCloseTo(seen.shares()[3], within(1e-5));
        while (!xray.model().shownProperty().get().orElseThrow().isGiven()) {
            xray.model().walk(xray.model().shownProperty().get().orElseThrow().sources().stream()
                    .filter(each -> !(each instanceof Address.Weight)).findFirst().orElseThrow());
        }
        Address.Raw pixel = (Address.Raw) xray.model().shownProperty().get().orElseThrow().of();
        float[] pixels = new float[64];
        looked.split().read(4, pixels, 0);
        assertThat(xray.model().shownProperty().get().orElseThrow().value()).isEqualTo(pixels[pixel.index()]);
        xray.model().walk(new Address.SampleLoss(0));
        assertThat(xray.model().shownProperty().get().orElseThrow().value()).isCloseTo(-Math.log(seen.shares()[seen.label()]), within(1e-4));

        model.reset();
        assertThat(xray.model().openProperty().get()).isFalse();
    }

    @Test
    void opensACurveMakesItsDataAndSpeaksOfTheLossAlone(@TempDir Path home) throws Exception {
        model.open(SampleData.experiments().resolve("polynomial-mended.json"));
        pump.until(() -> model.draft().fitProperty().get().parameters() == 3);
        assertThat(model.draft().subtitle().getValue()).isEqualTo("Polynomial of degree 2, x = 1 to 5, 5 points · 2–1 · 3 parameters");
        assertThat(model.stripProperty().get()).isEmpty();
        assertThat(model.curvesProperty().get().frame().hasAccuracy()).isFalse();

        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.figuresProperty().get().accuracyText()).isEqualTo("–");
        assertThat(model.figuresProperty().get().accuracyDetail()).doesNotContain("NaN");
        assertThat(model.curvesProperty().get().frame().heldOut()).isEmpty();
        assertThat(model.lineProperty().get()).doesNotContain("%").contains(": loss 0.01408 in the batches of epoch 30.");
        model.save(home.resolve("again.json"));
        pump.until(() -> Files.exists(home.resolve("again.json")));
        assertThat(ExperimentFile.read(home.resolve("again.json")))
                .isEqualTo(ExperimentFile.read(SampleData.experiments().resolve("polynomial-mended.json")));
    }

    @Test
    void opensASpiralAndGoesBackToPictures() throws Exception {
        model.open(SampleData.experiments().resolve("spiral-linear.json"));
        pump.until(() -> model.draft().fitProperty().get().parameters() == 9);
        assertThat(model.draft().subtitle().getValue()).startsWith("Spiral, 3 arms, 300 points · 2–3");
        model.form().plan().field("epochs").enter("3");

        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);
        assertThat(model.lineProperty().get()).contains("% right in the batches of epoch 3");

        model.reset();
        desk.workspace().datasetProperty().set(Optional.of(TinyData.open()));
        model.form().useSimpleLayers();
        pump.until(() -> model.draft().fitProperty().get().fits());
        assertThat(model.form().experiment().data().make()).isEmpty();
        assertThat(model.stripProperty().get()).isPresent();
    }

    @Test
    void stepsBatchByBatchAlsoOverTheEndOfAnEpoch() {
        for (int step = 1; step <= 12; step++) {
            int wanted = step;
            model.step();
            pump.until(() -> model.figuresProperty().get().step() == wanted && model.state() == WorkState.PAUSED);
        }

        assertThat(model.figuresProperty().get().wholeEpochs()).isEqualTo(1);
        assertThat(model.figuresProperty().get().rightText()).matches("\\d+ of 60 test images right after epoch 1");
    }

    @Test
    void steppingOverTheLastStepEndsTheRun() {
        model.form().plan().field("steps").enter("3");
        pump.until(() -> model.draft().fitProperty().get().fits());

        for (int step = 1; step <= 3; step++) {
            int wanted = step;
            model.step();
            pump.until(() -> model.figuresProperty().get().step() == wanted);
        }
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.lineProperty().get()).startsWith("Reached 3 steps");
    }

    @Test
    void pausesAndGoesOn() {
        model.step();
        pump.until(() -> model.figuresProperty().get().step() == 1);

        model.startOrPause();
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.figuresProperty().get().step()).isEqualTo(20);
    }

    @Test
    void stopKeepsWhatThereIs() {
        model.step();
        pump.until(() -> model.figuresProperty().get().step() == 1);
        model.stop();
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.lineProperty().get()).startsWith("Stopped at step 1");
        assertThat(desk.workspace().trainedProperty().get().orElseThrow().steps()).isEqualTo(1);
    }

    @Test
    void resetGivesTheSameNumbersAgain() {
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);
        Figures first = model.figuresProperty().get();

        model.reset();
        assertThat(model.state()).isEqualTo(WorkState.READY);
        assertThat(model.figuresProperty().get().isEmpty()).isTrue();
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.figuresProperty().get().loss()).isEqualTo(first.loss());
        assertThat(model.figuresProperty().get().heldOut()).isEqualTo(first.heldOut());
    }

    @Test
    void resetWhileItRunsDropsTheRun() {
        model.form().plan().field("epochs").enter("100000");
        pump.until(() -> model.draft().fitProperty().get().fits());
        model.startOrPause();
        pump.until(() -> model.figuresProperty().get().step() > 0);

        model.reset();
        pump.until(() -> desk.jobs().running().isEmpty());

        assertThat(model.state()).isEqualTo(WorkState.READY);
        assertThat(model.figuresProperty().get().isEmpty()).isTrue();
        assertThat(model.lineProperty().get()).isEmpty();
    }

    @Test
    void aChangedRateActsAndIsMarkedAndResetTakesItBack() {
        model.step();
        pump.until(() -> model.figuresProperty().get().step() == 1);
        model.form().optimizer().form().field("rate").enter("0.005");
        model.form().plan().field("batch").enter("50");
        model.step();
        pump.until(() -> model.figuresProperty().get().step() == 2);

        assertThat(model.curvesProperty().get().flags())
                .containsExactly(new Flag(0.1, "rate 0.01 → 0.005"), new Flag(0.1, "batch size 20 → 50"));

        model.reset();
        assertThat(model.form().experiment().rate()).isEqualTo(0.01);
        assertThat(model.form().experiment().training().batch()).isEqualTo(20);
    }

    @Test
    void theStripShowsWhatTheNetworkSaysAtThisStep() {
        model.step();
        pump.until(() -> model.stripProperty().get().orElseThrow().images().stream().allMatch(seen -> seen.answer().isPresent()));

        assertThat(model.stripProperty().get().orElseThrow().images()).hasSize(11).allSatisfy(seen -> {
            float sum = 0;
            for (float share : seen.shares()) {
                sum += share;
            }
            assertThat(sum).isBetween(0.999f, 1.001f);
        });
    }

    @Test
    void theStripShowsMistakesOnlyWhileItStandsStill() {
        model.step();
        pump.until(() -> model.stripProperty().get().orElseThrow().images().stream().allMatch(seen -> seen.answer().isPresent()));

        model.onlyMistakesProperty().set(true);
        pump.until(() -> model.stripProperty().get().orElseThrow().images().stream().allMatch(Seen::isWrong));

        assertThat(model.stripProperty().get().orElseThrow().images()).isNotEmpty();
    }

    @Test
    void theStripMayBeAskedAnewWhileAStepRuns() {
        TrainPaneModel shared = new TrainPaneModel(desk, EXAMPLES, task -> Thread.ofVirtual().start(task));
        pump.until(() -> shared.draft().fitProperty().get().fits());
        shared.step();
        pump.until(() -> shared.figuresProperty().get().step() == 1);
        for (int i = 0; i < 30; i++) {
            shared.onlyMistakesProperty().set(i % 2 == 0);
            shared.step();
        }
        shared.startOrPause();
        pump.until(() -> shared.state() == WorkState.ENDED);

        assertThat(shared.lineProperty().get()).startsWith("Finished");
    }

    @Test
    void aRateThatExplodesSaysSoAndKeepsThePane() {
        model.form().optimizer().form().field("rate").enter("1000");
        model.form().optimizer().form().field("weightDecay").enter("100");
        model.form().plan().field("epochs").enter("1000");
        pump.until(() -> model.draft().fitProperty().get().fits());
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.FAILED);

        assertThat(model.lineProperty().get()).startsWith("The loss became ").contains("learning rate 1000", "Try a learning rate of 100");
        assertThat(desk.messages().lastProperty().get().kind()).isEqualTo(Messages.Kind.FAILED);
        assertThat(model.figuresProperty().get().step()).isPositive();
        assertThat(model.startable().get()).isTrue();
    }

    @Nested
    class WhenAPartDoesNotFit {

        @TempDir
        private Path folder;

        /** The window says what the command line says of the same experiment, and keeps what is open. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"type": "conv2d", "kernel": 9}   | ``                                  | Layer 1, conv2d1: a 9×9 kernel does not fit a 8×8 input with padding 0: floor((8+2·0-9)/1)+1 = 0. Take a kernel of at most 8.
                {"type": "conv2d", "groups": 3}   | ``                                  | Layer 1, conv2d1: 3 groups must divide the channels, but 1 come in and 16 go out: 1 mod 3 = 1. Take 1 group.
                {"type": "relu"}                  | {"type": "crop", "padding": 8}      | Crop padding ("padding") must be less than the pictures' height and width, but is 8 for 8×8 pictures: 8 ≥ 8. Take 7 or less.
                {"type": "conv2d", "kernel": 8}, {"type": "batchNorm2d"} | ``           | batchNorm2d1 measures each channel's variance over the batch, but 200 images in batches of 199 leave a last batch of 1, one number a channel: sum / (n - 1) = sum / 0. Take a batch of 200.
                """)
        void theFormSaysTheSameSentenceAndNothingIsLost(String layers, String augment, String sentence) throws Exception {
            model.startOrPause();
            pump.until(() -> model.state() == WorkState.ENDED);
            Experiment before = model.form().experiment();
            Path file = Files.writeString(folder.resolve("bad.json"), """
                    {"tadpole": 1, "name": "bad", "data": {"set": "tiny", "augment": [%s]},
                     "layers": [%s, {"type": "flatten"}, {"type": "linear"}],
                     "loss": {"type": "crossEntropy"}, "optimizer": {"type": "sgd"}, "training": {"batch": 199}}
                    """.formatted(augment, layers));

            model.open(file);
            pump.until(() -> !model.draft().fitProperty().get().fits());

            assertThat(model.draft().obstacle().getValue()).isEqualTo(sentence);
            assertThatThrownBy(() -> new Trainer(ExperimentFile.read(file), TinyData.open(), device, _ -> {})).hasMessage(sentence);
            assertThat(model.startable().get()).isFalse();
            assertThat(desk.workspace().datasetProperty().get()).isPresent();
            assertThat(desk.workspace().trainedProperty().get()).isPresent();
            model.draft().undo();
            assertThat(model.form().experiment()).isEqualTo(before);
            pump.until(() -> model.startable().get());
        }
    }

    @Nested
    class TheExamples {

        @Test
        void areGrayWhereTheirDataAreMissing() {
            pump.until(() -> !model.draft().examples().all().isEmpty());

            assertThat(model.draft().examples().all()).anySatisfy(example -> {
                assertThat(example.head().name()).isEqualTo("mnist-cnn");
                assertThat(example.isReady()).isFalse();
                assertThat(example.lack()).isEqualTo("Needs MNIST.");
            });
        }

        @Test
        void replaceTheExperimentUntilOneTakesItBack() {
            Experiment before = model.form().experiment();
            pump.until(() -> !model.draft().examples().all().isEmpty());
            Path file = model.draft().examples().all().getFirst().head().path();

            model.open(file);
            pump.until(() -> model.form().experiment().name().equals("digits-784-100-10"));
            pump.until(() -> desk.messages().lastProperty().get().text()
                    .equals("Opened digits-784-100-10.json. Ctrl+Z brings back what was set up before."));
            model.form().plan().field("epochs").enter("3");
            model.draft().undo();
            assertThat(model.form().experiment()).isEqualTo(before);

            model.draft().undo();
            assertThat(model.form().experiment().training().epochs()).isEqualTo(3);
        }
    }

    @Test
    void saysWhatIsAllowedButHardlyMeant() throws Exception {
        model.form().schedule().pick(OneCycle.RECIPE);
        pump.until(() -> !model.draft().fitProperty().get().remarks().isEmpty());

        assertThat(model.draft().fitProperty().get().remarks()).containsExactly("SGD has no momentum: 1cycle moves the learning rate only.");
        assertThat(model.startable().get()).isTrue();
    }

    @Test
    void whatCannotBeUsedCannotBeStarted() {
        model.form().data().field("validation").enter("2");
        assertThat(model.startable().get()).isFalse();
        assertThat(model.draft().obstacle().getValue()).startsWith("Held out (\"validation\") must be between");

        model.form().data().field("validation").restore();
        assertThat(model.startable().get()).isTrue();
    }

    @Test
    void anotherSeedWaitsForTheNextStartAndAnotherScheduleActs() {
        model.step();
        pump.until(() -> model.figuresProperty().get().step() == 1);
        assertThat(model.waitsForNextStart().get()).isFalse();

        model.form().schedule().pick(Cosine.RECIPE);
        model.step();
        pump.until(() -> model.figuresProperty().get().step() == 2);
        assertThat(model.waitsForNextStart().get()).isFalse();
        assertThat(model.curvesProperty().get().flags()).extracting(Flag::text).containsExactly("schedule Constant → Cosine");

        model.form().seed().field("seed").enter("3");
        assertThat(model.waitsForNextStart().get()).isTrue();
    }

    @Test
    void theScheduleFollowsTheRunWithTheMomentumOfEachStep() {
        model.form().optimizer().pick(Momentum.RECIPE);
        model.form().schedule().pick(OneCycle.RECIPE);
        ScheduleEditorModel schedule = model.draft().schedule();
        assertThat(schedule.length()).isEqualTo(new RunLength(20, 10));
        pump.until(() -> model.draft().fitProperty().get().fits());

        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(schedule.liveProperty().get()).contains(schedule.curveProperty().get().orElseThrow().end());
        model.reset();
        assertThat(schedule.liveProperty().get()).isEmpty();
    }

    @Nested
    class WithFiles {

        @TempDir
        private Path folder;

        @Test
        void savesAndOpensTheExperiment() {
            model.form().seed().field("seed").enter("7");
            Experiment saved = model.form().experiment();
            Path file = folder.resolve("mine.json");
            model.save(file);
            pump.until(() -> desk.messages().lastProperty().get().text().equals("Saved mine.json."));
            model.form().seed().field("seed").enter("8");
            model.form().network().field("hidden").enter("5");

            model.open(file);
            pump.until(() -> desk.messages().lastProperty().get().text().equals("Opened mine.json. Ctrl+Z brings back what was set up before."));

            assertThat(model.form().experiment()).isEqualTo(saved);
            assertThat(model.draft().openedProperty().getValue()).contains(saved);
            model.form().seed().field("seed").enter("9");
            assertThat(model.draft().openedProperty().getValue()).isEmpty();
        }

        @Test
        void savesWeightsWithTheExperimentThatMadeThem() throws Exception {
            model.startOrPause();
            pump.until(() -> model.state() == WorkState.ENDED);
            Experiment made = model.shownExperiment();
            model.reset();
            model.form().seed().field("seed").enter("8");
            Path file = folder.resolve("mine.safetensors");

            model.saveWeights(file);
            pump.until(() -> desk.messages().lastProperty().get().text().equals("Saved mine.safetensors."));

            assertThat(WeightsFile.read(file).experiment()).isEqualTo(made);
        }

        @Test
        void aBadFileChangesNothing() throws Exception {
            Experiment before = model.form().experiment();
            Path file = Files.writeString(folder.resolve("bad.json"), "{\"tadpole\": 1, \"nam\": 3}");

            model.open(file);
            pump.until(() -> desk.messages().lastProperty().get().kind() == Messages.Kind.FAILED);

            assertThat(model.form().experiment()).isEqualTo(before);
            assertThat(desk.messages().lastProperty().get().text()).startsWith("bad.json");
        }

        @Test
        void anExperimentOfDataThatIsNotThereSaysWhichItNeeds() throws Exception {
            ExperimentForm other = new ExperimentForm();
            other.use(TinyData.named("faraway", "Far away"));
            Path file = folder.resolve("other.json");
            ExperimentFile.write(file, other.experiment());

            model.open(file);
            pump.until(() -> !model.draft().fitProperty().get().fits());

            assertThat(model.draft().obstacle().getValue())
                    .isEqualTo("This experiment needs the data set \"faraway\", but Tiny is open. Choose it under Data.");
        }
    }
}
