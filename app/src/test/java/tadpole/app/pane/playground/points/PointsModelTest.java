package tadpole.app.pane.playground.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.job.JobControl;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingPlan;

class PointsModelTest {

    private static final Weight FIRST = new Weight(1, 0, 0);

    @TempDir
    private Path folder;

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final List<String> opened = new ArrayList<>();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), opened::add);
    private final Executor here = Runnable::run;
    private final PointsModel model = new PointsModel(desk, here, Inks.of(token -> token.hashCode() & 0xFFFFFF));

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private void waitForALook() {
        pump.until(() -> model.look().columns() != null && model.look().columns().equals(model.draft().columns()));
    }

    private void step(int steps) {
        for (int i = 0; i < steps; i++) {
            long before = model.state() == WorkState.READY ? 0 : model.look().step();
            model.step();
            pump.until(() -> model.look().step() > before && model.state() == WorkState.PAUSED);
        }
    }

    private float[] weights() {
        return Arrays.copyOf(model.look().weights(), model.draft().columns().parameters());
    }

    private static double best(PlayDraft draft, int steps) throws Exception {
        double[] best = {0};
        try (Device plain = Device.plain()) {
            Map<String, Object> plan = Map.of("epochs", 500L, "batch", 32L, "steps", (long) steps);
            PlayDraft limited = draft.with(draft.experiment().optimizer(), TrainingPlan.RECIPE.settings(plan));
            new Trainer(limited.experiment(), limited.dataset(), plain, event -> {
                if (event instanceof TrainingEvent.EpochEnded end) {
                    best[0] = Math.max(best[0], end.heldOut().orElseThrow().evaluation().accuracy());
                }
            }).run(JobControl.UNWATCHED);
        }
        return best[0];
    }

    @Nested
    class TheSpiral {

        /** At the steady tempo 5 seconds are 2500 steps. */
        @Test
        void passes98PercentOfTheTestWithin1500StepsFromEveryOfTenSeeds() throws Exception {
            for (long seed = 1; seed <= 10; seed++) {
                assertThat(best(PlayDraft.standard().withSeed(seed), 1500)).as("seed %d", seed).isGreaterThanOrEqualTo(0.98);
            }
        }

        @Test
        void doesSoForTenDrawsOfThePointsToo() throws Exception {
            for (long seed = 1; seed <= 10; seed++) {
                Map<String, Object> settings = new LinkedHashMap<>(PlayDraft.standard().points().settings().asMap());
                settings.put("seed", seed);
                PlayDraft drawn = PlayScene.on("spiral", settings);
                assertThat(best(drawn.withSeed(seed), 1500)).as("seed %d", seed).isGreaterThanOrEqualTo(0.98);
            }
        }

        @Test
        void staysAboutHalfRightWithoutAHiddenLayer() throws Exception {
            assertThat(best(PlayScene.LINEAR.draft(), 1500)).isBetween(0.4, 0.65);
            assertThat(best(PlayScene.STACKED.draft(), 1500)).isBetween(0.4, 0.65);
        }
    }

    @ParameterizedTest
    @EnumSource(PlayScene.class)
    void everyExampleOpensAndShowsItsNetwork(PlayScene scene) throws Exception {
        model.open(scene.draft());
        waitForALook();

        assertThat(model.state()).isEqualTo(WorkState.READY);
        step(1);
        assertThat(model.look().train().count()).isEqualTo(model.draft().dataset().train().size());
    }

    @Test
    void goesBackToTheSameStartBitForBit() {
        waitForALook();
        float[] start = weights();
        step(3);
        float[] after = weights();

        model.reset();
        pump.until(() -> model.look().step() == 0);

        assertThat(weights()).containsExactly(start);
        assertThat(model.state()).isEqualTo(WorkState.READY);
        step(3);
        assertThat(weights()).containsExactly(after).isNotEqualTo(start);
    }

    @Test
    void keepsALookAfterEveryStepWithTheLossesOfBothSets() {
        waitForALook();
        step(2);

        assertThat(model.look().step()).isEqualTo(2);
        assertThat(model.look().train().loss()).isPositive();
        assertThat(model.look().test()).isPresent();
    }

    @Nested
    class ByHand {

        @Test
        void aWeightOfTheStartIsPartOfTheExperimentAndCanBeTakenBack() {
            waitForALook();
            float before = (float) model.weight(FIRST);
            model.set(FIRST, 2.5);
            pump.until(() -> model.weight(FIRST) == 2.5);

            assertThat(model.experiment().start().values().get("linear1.weight").getFirst()).isEqualTo(2.5);
            model.reset();
            pump.until(() -> model.weight(FIRST) == 2.5);
            model.undoLast();
            pump.until(() -> (float) model.weight(FIRST) == before);
            assertThat(model.experiment().start().isEmpty()).isTrue();
            assertThat(model.undo().someProperty().get()).isFalse();
        }

        @Test
        void aSliderThatIsDraggedIsTakenBackAtOnce() {
            waitForALook();
            float before = (float) model.weight(FIRST);
            model.pointing().chosenProperty().set(Optional.of(FIRST));
            model.set(FIRST, 1);
            model.set(FIRST, 2);
            model.set(FIRST, 3);

            model.undoLast();
            pump.until(() -> (float) model.weight(FIRST) == before);
            assertThat(model.undo().someProperty().get()).isFalse();
        }

        @Test
        void aWeightSetWithinARunHoldsFromTheNextStepAndGoesWithTheRun() {
            waitForALook();
            step(1);
            model.set(FIRST, 4);
            pump.until(() -> model.weight(FIRST) == 4);
            step(1);

            assertThat(model.weight(FIRST)).isCloseTo(4, within(0.2)).isNotEqualTo(4);
            assertThat(model.experiment().start().isEmpty()).isTrue();
            assertThat(model.experimentNow().start().values().get("linear1.weight").getFirst()).isEqualTo(model.weight(FIRST));
            model.reset();
            assertThat(model.undo().someProperty().get()).isFalse();
        }

        @Test
        void refusesWhatIsNoNumber() {
            waitForALook();
            double before = model.weight(FIRST);
            model.set(FIRST, Double.NaN);
            assertThat(model.weight(FIRST)).isEqualTo(before);
        }
    }

    @Nested
    class WhatIsSetUp {

        @Test
        void anotherRateGoesOnAnotherNetworkBeginsAnew() {
            waitForALook();
            step(2);
            model.forms().optimizer().form().field("rate").enter("0.005");
            model.forms().plan().field("batch").enter("16");
            assertThat(model.state()).isEqualTo(WorkState.PAUSED);
            step(1);
            assertThat(model.look().step()).isEqualTo(3);

            model.forms().wire(model.draft().wiring().wide(0, 7));
            pump.until(() -> model.look().columns().size(1) == 7 && model.look().step() == 0);
            assertThat(model.state()).isEqualTo(WorkState.READY);
            assertThat(model.subtitleProperty().get()).isEqualTo("Spiral, 3 arms · 2–7–6–3 tanh · 90 parameters");
            model.undoLast();
            assertThat(model.draft().wiring().hidden().getFirst().neurons()).isEqualTo(6);
            model.undoLast();
            model.undoLast();
            assertThat(model.draft().experiment()).isEqualTo(PlayDraft.standard().experiment());
        }

        @Test
        void saysThatAnotherNetworkGivesTheRunUp() {
            waitForALook();
            model.forms().wire(model.draft().wiring().deep(1));
            assertThat(model.lineProperty().get()).isEmpty();
            model.undoLast();
            waitForALook();
            step(2);

            model.forms().wire(model.draft().wiring().deep(1));
            assertThat(model.lineProperty().get())
                    .isEqualTo("The run was given up at step 2. Ctrl+Z brings back what was set up, not what it had learned.");
            model.undoLast();
            assertThat(model.lineProperty().get()).isEmpty();
        }

        @Test
        void moreArmsAreMoreClasses() {
            model.forms().points().form().field("arms").enter("5");
            waitForALook();
            assertThat(model.look().columns().size(model.look().columns().last())).isEqualTo(5);
            step(1);
        }

        @Test
        void atLeastOneFeatureStays() {
            model.forms().features().field("x1").take(false);
            model.forms().features().field("x2").take(false);

            assertThat(model.forms().refusalProperty().get().isEmpty()
                    && model.state() != WorkState.FAILED).isFalse();
        }

        @Test
        void isRunFromItsFileAsItRanHere() throws Exception {
            waitForALook();
            model.set(FIRST, 1.25);
            step(3);
            Path file = folder.resolve("play.json");
            ExperimentFile.write(file, model.experiment());

            PlayDraft read = PlayDraft.of(ExperimentFile.read(file));
            Trainer trainer = new Trainer(read.with(read.experiment().optimizer(), TrainingPlan.RECIPE.settings(
                    Map.of("epochs", 500L, "batch", 32L, "steps", 3L))).experiment(), read.dataset(), device, _ -> {});
            trainer.run(JobControl.UNWATCHED);

            float[] first = trainer.setup().network().parameters().getFirst().value().data();
            assertThat(first).containsExactly(Arrays.copyOf(weights(), first.length));
        }

        @Test
        void sendsItToTrain() {
            model.sendToTrain();
            assertThat(opened).containsExactly("train");
            assertThat(desk.workspace().experimentProperty().get()).contains(model.experiment());
            assertThat(desk.workspace().datasetProperty().get()).contains(model.draft().dataset());
        }
    }

    @Nested
    class OnesOwn {

        @Test
        void pointsAreSetDraggedDeletedAndBroughtBack() {
            model.own().replace(List.of(new OwnPoints.Point(-0.5, 0, 0), new OwnPoints.Point(0.5, 0, 1)));
            assertThat(model.draft().dataset().train().size()).isEqualTo(2);
            model.own().brushProperty().set(2);
            model.own().add(0.25, 0.75);
            assertThat(model.draft().classes()).isEqualTo(3);

            int at = model.own().at(0.26, 0.75, 0.05);
            model.own().move(at, 0.3, 0.3);
            model.own().settle();
            assertThat(model.own().points().get(2)).isEqualTo(new OwnPoints.Point(0.3, 0.3, 2));
            model.own().delete(2);
            assertThat(model.draft().classes()).isEqualTo(2);

            model.undoLast();
            model.undoLast();
            assertThat(model.own().points().get(2)).isEqualTo(new OwnPoints.Point(0.25, 0.75, 2));
            model.undoLast();
            model.undoLast();
            assertThat(model.draft().points().type()).isEqualTo("spiral");
        }
    }

    @Test
    void saysWhatWentWrongAtRate10AndKeepsThePicture() throws Exception {
        model.forms().wire(model.draft().wiring().activated(Wiring.NONE));
        model.forms().optimizer().pick(model.forms().optimizer().all().stream().filter(each -> each.type().equals("sgd")).findFirst().orElseThrow());
        model.forms().optimizer().form().field("rate").enter("10");
        model.tempoProperty().set(Tempo.FULL);
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.FAILED);

        assertThat(model.lineProperty().get()).startsWith("The loss became ").contains("Try a learning rate of 1.");
        model.forms().optimizer().form().field("rate").enter("0.1");
        assertThat(model.state()).isEqualTo(WorkState.READY);
        assertThat(Optimizers.ALL).isNotEmpty();
    }

    @Test
    void callsNumbersInTheCardAsInTheDrawingAndSaysForWhichPoint() {
        waitForALook();
        PlayXRay xray = model.xray();
        model.trace();
        float[] first = new float[2];
        model.draft().dataset().train().read(0, first, 0);
        String point = " at x₁ = %.3f, x₂ = %.3f, a training point; click the map for another".formatted(first[0], first[1]).replace('-', '−');
        assertThat(xray.words(xray.address(new Unit(1, 3)))).isEqualTo("Layer 1, neuron 4" + point);
        assertThat(xray.words(new Address.Activation(0, 0, 3))).isEqualTo("Layer 1, neuron 4, before its activation," + point);
        assertThat(xray.words(xray.address(FIRST))).isEqualTo("Weight from x₁ to layer 1, neuron 1 after a step on the first 32 training points");

        model.pointing().pickedProperty().set(Optional.of(new Look.Picked(0.3, -0.4)));
        model.trace();
        assertThat(xray.words(xray.address(new Unit(3, 1)))).isEqualTo("Class B at x₁ = 0.300, x₂ = −0.400, the picked point");
        assertThat(xray.words(new Address.ActivationGradient(3, 0, 5))).isEqualTo("Gradient of layer 2, neuron 6 at x₁ = 0.300, x₂ = −0.400, the picked point");
        model.trace(PlayXRay.Over.TEST);
        assertThat(xray.words(new Address.Loss())).isEqualTo("Loss over all 180 test points");
    }

    private double openedLoss(PlayXRay.Over over) {
        assertThat(model.trace(over)).isTrue();
        model.xray().model().open(new Address.Loss());
        return model.xray().model().shownProperty().get().orElseThrow().value();
    }

    @Test
    void opensTheLossesOverThePointsThatTheirFiguresAreOf() {
        waitForALook();
        step(2);
        model.pointing().pickedProperty().set(Optional.of(new Look.Picked(0.3, -0.4)));
        pump.until(() -> model.look().picked().isPresent());

        assertThat(openedLoss(PlayXRay.Over.TRAINING)).isCloseTo(model.look().train().loss(), within(1e-6));
        assertThat(openedLoss(PlayXRay.Over.TEST)).isCloseTo(model.look().test().orElseThrow().loss(), within(1e-6));
    }

    @Test
    void opensNoLossOverTestPointsThatAreNotThere() {
        model.own().replace(List.of(new OwnPoints.Point(-0.5, 0, 0), new OwnPoints.Point(0.5, 0, 1)));
        waitForALook();
        pump.until(() -> model.look().test().isEmpty());

        assertThat(model.trace(PlayXRay.Over.TEST)).isFalse();
        assertThat(openedLoss(PlayXRay.Over.TRAINING)).isCloseTo(model.look().train().loss(), within(1e-6));
    }

    @Test
    void opensTheArithmeticOfEveryKindOfNumberAtThePickedPoint() {
        waitForALook();
        step(2);
        model.pointing().pickedProperty().set(Optional.of(new Look.Picked(0.3, -0.4)));
        pump.until(() -> model.look().picked().isPresent());
        assertThat(model.trace()).isTrue();
        PlayXRay xray = model.xray();

        Unit neuron = new Unit(2, 3);
        xray.model().open(xray.address(neuron));
        Arithmetic shown = xray.model().shownProperty().get().orElseThrow();
        assertThat((float) shown.value()).isCloseTo(model.look().passing()[model.look().columns().number(neuron)], within(1e-6f));
        for (Address address : List.of(new Address.Input(0, 0), new Address.Probability(0, 1), new Address.Loss(), new Address.SampleLoss(0),
                new Address.WeightGradient("linear2.weight", 5), xray.address(new Bias(1, 2)), xray.address(new Weight(3, 0, 1)))) {
            xray.model().open(address);
            Arithmetic arithmetic = xray.model().shownProperty().get().orElseThrow();
            assertThat(arithmetic.recomputed()).as(arithmetic.text()).isCloseTo(arithmetic.value(), within(1e-5));
        }
        assertThat(xray.addresses(FIRST)).contains(new Address.Weight("linear1.weight", 0));
    }

    @Test
    void endsWithASentenceAndStartsAgain() throws Exception {
        model.forms().plan().field("steps").enter("20");
        model.tempoProperty().set(Tempo.FULL);
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);
        pump.until(() -> model.look().step() == 20);

        assertThat(model.lineProperty().get()).isEqualTo("Reached 20 steps. R goes back to the same start.");
        float[] end = weights();
        model.startOrPause();
        pump.until(() -> model.state() == WorkState.ENDED);
        pump.until(() -> model.look().step() == 20);
        assertThat(weights()).containsExactly(end);
    }
}
