package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.chart.Along;
import tadpole.app.chart.Flag;
import tadpole.app.chart.Metric;
import tadpole.app.chart.RunLines;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.samples.SampleData;

class LabTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final TrainPaneModel model = new TrainPaneModel(desk, new Examples(SampleData.experiments(), List.of()), Runnable::run);
    private final Deque<Runnable> copies = new ArrayDeque<>();
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final Lab lab = new Lab(model, desk, Runnable::run, Runnable::run);

    @BeforeEach
    void openTheData() {
        desk.workspace().datasetProperty().set(Optional.of(TinyData.open()));
        model.form().plan().field("batch").enter("20");
        model.form().plan().field("epochs").enter("12");
        model.form().network().field("hidden").enter("16");
        model.form().optimizer().form().field("rate").enter("0.05");
        pump.until(() -> model.draft().fitProperty().get().parameters() == 64 * 16 + 16 + 16 * 10 + 10);
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private Run runToItsEnd() {
        model.startOrPause();
        Run run = lab.runProperty().get().orElseThrow();
        pump.until(() -> run.state() == WorkState.ENDED);
        return run;
    }

    private Run branched(Run parent) {
        pump.until(() -> lab.runProperty().get().filter(now -> now != parent).isPresent());
        return lab.runProperty().get().orElseThrow();
    }

    private static void assertSame(Network one, Moment moment) {
        assertThat(one.state()).isNotEmpty().allSatisfy(each ->
                assertThat(each.tensor().data()).isEqualTo(moment.tensors().get(Moment.NETWORK + each.name()).data()));
    }

    private static Moment last(Run run) throws IOException {
        return run.recording().at(Long.MAX_VALUE).orElseThrow();
    }

    private static void assertSameEnd(Run one, Run other) throws IOException {
        Moment end = last(one);
        Moment same = last(other);
        assertThat(same.step()).isEqualTo(end.step());
        assertThat(end.tensors()).isNotEmpty().allSatisfy((name, tensor) ->
                assertThat(same.tensors().get(name).data()).as(name).isEqualTo(tensor.data()));
    }

    private static void assertSameLosses(Run one, Run other, long from, long to) {
        for (long step = from; step <= to; step++) {
            assertThat(other.trail().at(step).orElseThrow().lastLoss()).as("step %d", step)
                    .isEqualTo(one.trail().at(step).orElseThrow().lastLoss());
        }
    }

    @Nested
    class TheSight {

        @Test
        void isTheStartBeforeTheFirstRunAndTheEndAfterIt() throws Exception {
            lab.watch(watched);
            assertThat(lab.sightProperty().get()).isEmpty();
            watched.set(true);
            pump.until(() -> lab.sightProperty().get().isPresent());
            Sight before = lab.sightProperty().get().orElseThrow();
            assertThat(before.step()).isZero();

            Run run = runToItsEnd();
            pump.until(() -> lab.sightProperty().get().filter(now -> now.step() == 120).isPresent());

            assertSame(before.network().network(), run.recording().at(0).orElseThrow());
            Sight after = lab.sightProperty().get().orElseThrow();
            assertThat(after.live()).isTrue();
            assertThat(after.run()).isSameAs(run);
            assertSame(after.network().network(), last(run));
            assertThat(after.network().network()).isNotSameAs(run.result().orElseThrow().network());
        }

        @Test
        void isTheWeightsOfTheRecordedMomentOneLooksAt() throws Exception {
            Run run = runToItsEnd();
            long[] steps = run.past().steps();
            long middle = steps[steps.length / 2];

            lab.lookAt(run, middle);
            pump.until(() -> lab.sightProperty().get().filter(now -> now.step() == middle).isPresent());

            assertThat(lab.backProperty().get()).isTrue();
            Sight sight = lab.sightProperty().get().orElseThrow();
            assertThat(sight.live()).isFalse();
            assertThat(sight.epoch()).isEqualTo(middle / 10.0);
            assertSame(sight.network().network(), run.recording().at(middle).orElseThrow());
            assertThat(model.figuresProperty().get().step()).isEqualTo(middle);
            pump.until(() -> model.stripProperty().get().orElseThrow().images().stream().allMatch(each -> each.answer().isPresent()));

            lab.lookAtNow();
            assertThat(lab.backProperty().get()).isFalse();
            assertThat(model.figuresProperty().get().step()).isEqualTo(120);
        }

        @Test
        void isEmptyWhereItCannotBeMadeInsteadOfThatOfTheMomentBefore() throws Exception {
            Run run = runToItsEnd();
            model.reset();
            model.form().network().field("hidden").enter("8");
            model.form().plan().field("epochs").enter("13");
            pump.until(() -> model.draft().fitProperty().get().parameters() == 64 * 8 + 8 + 8 * 10 + 10);
            run.recording().keep(last(runToItsEnd()));
            Lab slow = new Lab(model, desk, Runnable::run, copies::add);
            slow.lookAt(run, 50);
            copies.poll().run();
            pump.until(() -> slow.sightProperty().get().isPresent());

            List<Throwable> told = new ArrayList<>();
            // The lab of the other tests looks there too, within a listener: what that throws goes to the thread's handler.
            Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((_, mistake) -> told.add(mistake));
            try {
                slow.lookAt(run, 130);
            } finally {
                Thread.currentThread().setUncaughtExceptionHandler(before);
            }

            assertThat(told).hasOnlyElementsOfType(ShapeException.class);
            assertThatThrownBy(copies.poll()::run).isInstanceOf(ShapeException.class);
            pump.until(() -> slow.sightProperty().get().isEmpty());
        }

        @Test
        void ofABranchBeforeItLeftHasTheLayersOfThatTime() throws Exception {
            Run parent = runToItsEnd();
            lab.lookAt(parent, 50);
            model.form().network().field("hidden").enter("8");
            lab.branch();
            Run branch = branched(parent);
            pump.until(() -> branch.state() == WorkState.FAILED);
            assertThat(desk.messages().lastProperty().get().text()).as("Charts, which says it, is not in front").isEqualTo(branch.line());

            lab.lookAt(branch, 30);

            pump.until(() -> lab.sightProperty().get().filter(now -> now.step() == 30).isPresent());
            assertSame(lab.sightProperty().get().orElseThrow().network().network(), parent.recording().at(30).orElseThrow());
            assertThat(branch.past().standingAt(30).orElseThrow().setup().network().parameterCount()).isEqualTo(64 * 16 + 16 + 16 * 10 + 10);
        }

        @Test
        void isOfTheNewestQuestionWhereManyCome() {
            Lab slow = new Lab(model, desk, Runnable::run, copies::add);
            Run run = runToItsEnd();
            slow.lookAt(run, 0);
            for (long step : run.past().steps()) {
                slow.lookAt(run, step);
            }
            slow.lookAt(run, 50);

            assertThat(copies).as("one waits for all").hasSize(1);
            copies.poll().run();
            pump.until(() -> slow.sightProperty().get().isPresent());
            assertThat(slow.sightProperty().get().orElseThrow().step()).isEqualTo(50);
        }
    }

    @Nested
    class GoingOn {

        @Test
        void fromARecordedMomentGivesTheBitsOfTheFirstRun() throws Exception {
            Run first = runToItsEnd();
            lab.lookAt(first, 50);

            lab.goOn();
            Run branch = branched(first);
            pump.until(() -> branch.state() == WorkState.ENDED);

            assertThat(lab.runs()).containsExactly(first, branch);
            assertThat(branch.origin().orElseThrow().parent()).isSameAs(first);
            assertThat(branch.origin().orElseThrow().step()).isEqualTo(50);
            assertThat(branch.standsAt()).isEqualTo(120);
            assertSameLosses(first, branch, 1, 120);
            assertSameEnd(first, branch);
            assertThat(branch.past().steps()).startsWith(0).contains(50, 120);
        }

        @Test
        void atItsEndTheRunItselfTrainsFurtherAsIfItHadBeenAskedFromTheStart() throws Exception {
            Run whole = runToItsEnd();
            model.reset();
            model.form().plan().field("epochs").enter("5");
            Run run = runToItsEnd();
            assertThat(run.standsAt()).isEqualTo(50);
            lab.goOn();
            pump.until(() -> desk.messages().lastProperty().get().text().equals("The run has made its 5 epochs. Set more epochs, then go on."));

            model.form().plan().field("epochs").enter("12");
            lab.goOn();
            pump.until(() -> run.state() == WorkState.ENDED && run.standsAt() == 120);

            assertThat(lab.runs()).containsExactly(whole, run);
            assertSameLosses(whole, run, 1, 120);
            assertSameEnd(whole, run);
            assertThat(model.figuresProperty().get().epochText()).isEqualTo("Epoch 12 of 12");
        }

        @Test
        void afterAStopItGoesOnWhereItWasStopped() throws Exception {
            Run whole = runToItsEnd();
            model.reset();
            model.step();
            Run run = lab.runProperty().get().orElseThrow();
            pump.until(() -> run.standsAt() == 1);
            model.stop();
            pump.until(() -> run.state() == WorkState.ENDED);

            lab.goOn();
            pump.until(() -> run.state() == WorkState.ENDED && run.standsAt() == 120);

            assertSameEnd(whole, run);
        }
    }

    @Nested
    class AtTheEndOfAnEpoch {

        @Test
        void aRecordedStepIsOfTheEpochItEnds() {
            Run run = runToItsEnd();

            assertThat(run.book().at(40).epochText()).isEqualTo("Epoch 4 of 12");
            assertThat(run.book().at(41).epochText()).isEqualTo("Epoch 5 of 12");
            assertThat(run.book().at(1).epochText()).isEqualTo("Epoch 1 of 12");
            assertThat(run.figures().epochText()).isEqualTo("Epoch 12 of 12");
        }
    }

    @Nested
    class ABranch {

        @Test
        void hasTheDrawersChangesAndLeavesItsParentAlone() throws Exception {
            Run parent = runToItsEnd();
            Moment end = last(parent);
            lab.lookAt(parent, 50);
            model.form().optimizer().form().field("rate").enter("0.01");
            assertThat(parent.current().rate()).isEqualTo(0.05);

            lab.branch();
            Run branch = branched(parent);
            pump.until(() -> branch.state() == WorkState.ENDED);

            assertThat(branch.origin().orElseThrow().text()).isEqualTo("branch from 50: rate 0.01");
            assertThat(model.picture().flags()).containsExactly(new Flag(5, "branch from 50: rate 0.01"));
            assertThat(branch.current().rate()).isEqualTo(0.01);
            assertThat(last(parent).tensors()).allSatisfy((name, tensor) ->
                    assertThat(tensor.data()).as(name).isEqualTo(end.tensors().get(name).data()));
            assertThat(branch.trail().at(120).orElseThrow().lastLoss()).isNotEqualTo(parent.trail().at(120).orElseThrow().lastLoss());
            assertSameLosses(parent, branch, 1, 50);
            assertThat(branch.trail().at(51).orElseThrow().lastLoss()).as("the first batch was judged before the change acts")
                    .isEqualTo(parent.trail().at(51).orElseThrow().lastLoss());
        }

        @Test
        void withoutAChangeIsNotBegunButSaysWhatToDo() {
            Run parent = runToItsEnd();
            lab.lookAt(parent, 50);

            lab.branch();

            pump.until(() -> desk.messages().lastProperty().get().text().contains("Change a setting first"));
            assertThat(lab.runs()).containsExactly(parent);
            assertThat(lab.at()).hasValue(50);
        }

        @Test
        void ofABranchBeforeItLeftLeavesTheRunThatMadeThatStep() {
            Run first = runToItsEnd();
            lab.lookAt(first, 50);
            lab.goOn();
            Run second = branched(first);
            pump.until(() -> second.state() == WorkState.ENDED);
            lab.lookAt(second, 30);
            model.form().optimizer().form().field("rate").enter("0.01");

            lab.branch();
            Run third = branched(second);
            pump.until(() -> third.state() == WorkState.ENDED);

            assertThat(third.origin().orElseThrow().parent()).isSameAs(first);
            assertThat(third.nameProperty().get()).isEqualTo(first.nameProperty().get() + ", from 30: rate 0.01");
            double[] epochs = new RunLines(third.curves(), Along.STEPS).line(Metric.LOSS, Optional.empty()).x();
            assertThat(epochs).isSorted().startsWith(30);
            assertThat(third.curves().seconds(120)).isGreaterThan(first.curves().seconds(30));
        }

        @Test
        void ofWhatWasChangedWhileLookingBackComesFromTheDrawerAndIsForgottenWithoutIt() {
            model.step();
            Run run = lab.runProperty().get().orElseThrow();
            pump.until(() -> run.standsAt() == 1);
            lab.lookAt(run, 0);
            model.form().optimizer().form().field("rate").enter("0.5");

            lab.lookAtNow();

            assertThat(run.current().rate()).isEqualTo(0.05);
            assertThat(model.form().experiment().rate()).isEqualTo(0.05);
        }

        @Test
        void isNotMadeOfWhatDoesNotFitAndSaysWhy() throws Exception {
            Run parent = runToItsEnd();
            lab.lookAt(parent, 50);
            Spec large = Linear.RECIPE.with(Map.of("out", 40_000L));
            List<Spec> layers = parent.start().layers();
            lab.branch(parent.start().withLayers(List.of(layers.getFirst(), large, large, large, large, large, large, large, layers.getLast())), "");

            pump.until(() -> desk.messages().lastProperty().get().text().startsWith("This network does not fit into memory: with its optimizer it takes about 153."));

            assertThat(lab.runs()).containsExactly(parent);
        }

        @Test
        void undoesAChangeMadeWhileItRan() throws Exception {
            Run first = runToItsEnd();
            model.reset();
            model.step();
            Run run = lab.runProperty().get().orElseThrow();
            pump.until(() -> run.standsAt() == 1);
            model.form().optimizer().form().field("rate").enter("0.5");
            model.step();
            pump.until(() -> run.standsAt() == 2 && lab.lastChange().isPresent());

            lab.undoChange();
            Run undone = branched(run);
            pump.until(() -> undone.state() == WorkState.ENDED);

            assertThat(undone.origin().orElseThrow().text()).isEqualTo("branch from 1: without rate 0.5");
            assertThat(run.state()).as("the run with the change stays").isEqualTo(WorkState.PAUSED);
            assertSameEnd(first, undone);
        }
    }

    @Nested
    class Several {

        @Test
        void runAtOnceAndObeyAlone() {
            model.form().plan().field("epochs").enter("100000");
            pump.until(() -> model.draft().fitProperty().get().fits());
            Experiment experiment = model.form().experiment();
            lab.start(experiment.withSeed(1), "seed 1");
            Run one = lab.runProperty().get().orElseThrow();
            lab.start(experiment.withSeed(2), "seed 2");
            Run two = lab.runProperty().get().orElseThrow();
            assertThat(model.form().experiment().seed()).as("the drawer shows the run looked at").isEqualTo(2);
            pump.until(() -> one.standsAt() > 0 && two.standsAt() > 0);
            assertThat(desk.jobs().running()).hasSize(2);

            model.stop();
            pump.until(() -> two.state() == WorkState.ENDED);

            assertThat(one.state()).isEqualTo(WorkState.RUNNING);
            assertThat(desk.workspace().trainedProperty().get()).isEqualTo(two.result());
            lab.lookAt(one);
            assertThat(model.state()).isEqualTo(WorkState.RUNNING);
            lab.runs().remove(one);
            pump.until(() -> desk.jobs().running().isEmpty());
            assertThat(lab.runProperty().get()).isEmpty();
        }

        @Test
        void areKeptUpToTwentyThatAreNotPinned() {
            model.form().plan().field("steps").enter("1");
            pump.until(() -> model.draft().fitProperty().get().fits());
            Run pinned = runToItsEnd();
            pinned.pinnedProperty().set(true);
            Run oldest = runToItsEnd();
            for (int i = 0; i < 25; i++) {
                runToItsEnd();
            }

            assertThat(lab.runs()).hasSize(21).contains(pinned).doesNotContain(oldest);
            assertThat(oldest.past().steps()).as("its recording is given back").isEmpty();
            assertThat(pinned.past().steps()).isNotEmpty();
        }
    }

    @Test
    void saysWhereMemoryDoesNotHoldAnotherRun() {
        model.step();
        Run going = lab.runProperty().get().orElseThrow();
        long needed = RunMemory.of(going.start(), going.dataset());
        assertThat(needed).isGreaterThan(4L * 4 * 1210);

        assertThat(RunMemory.refusal(going.start(), going.dataset(), List.of(going), 4 * needed)).isEmpty();
        assertThat(RunMemory.refusal(going.start(), going.dataset(), List.of(), needed)).as("alone it may try").isEmpty();
        assertThat(RunMemory.refusal(going.start(), going.dataset(), List.of(), needed - 1)).hasValueSatisfying(sentence ->
                assertThat(sentence).startsWith("This network does not fit into memory: with its optimizer it takes about "));
        assertThat(RunMemory.refusal(going.start(), going.dataset(), List.of(going), 2 * needed)).hasValueSatisfying(sentence ->
                assertThat(sentence).startsWith("This run takes about ").endsWith("Stop one first, or take a smaller batch."));
    }

    @Test
    void resetGivesTheVerySameStart() throws Exception {
        Run first = runToItsEnd();
        model.reset();
        assertThat(lab.runProperty().get()).isEmpty();

        Run second = runToItsEnd();

        assertThat(lab.runs()).containsExactly(first, second);
        assertSame(second.past().start().network(), first.recording().at(0).orElseThrow());
        assertSameEnd(first, second);
    }

    @Test
    void everyLiveSettingActsOnTheRunAndIsMarked() {
        model.form().optimizer().form().field("rate").enter("0.01");
        model.step();
        Run run = lab.runProperty().get().orElseThrow();
        pump.until(() -> run.standsAt() == 1);

        model.form().plan().field("clipNorm").enter("1");
        model.form().plan().field("l1").enter("0.001");
        model.form().plan().field("epochs").enter("3");
        model.form().optimizer().form().field("weightDecay").enter("0.01");
        model.step();
        pump.until(() -> run.standsAt() == 2);

        assertThat(model.waitsForNextStart().get()).isFalse();
        assertThat(model.curvesProperty().get().flags()).extracting(each -> each.text()).contains(
                "clip gradient length 0 → 1", "L1 penalty 0 → 0.001", "epochs 12 → 3", "weight decay 0 → 0.01");
        assertThat(model.figuresProperty().get().epochs()).isEqualTo(3);
        model.startOrPause();
        pump.until(() -> run.state() == WorkState.ENDED);
        assertThat(run.standsAt()).isEqualTo(30);
        model.form().seed().field("seed").enter("3");
        model.reset();
        assertThat(model.form().experiment().training().epochs()).isEqualTo(12);
        assertThat(model.form().experiment().training().l1()).isZero();
    }
}
