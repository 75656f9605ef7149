package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingPlan;
import tadpole.engine.training.TrainingResult;
import tadpole.samples.SampleData;

class FinderPaneModelTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final FinderPaneModel model = new FinderPaneModel(desk, Runnable::run);
    private Experiment experiment;

    @BeforeEach
    void openTheDigits() throws Exception {
        Path file = SampleData.experiments().resolve("digits-784-100-10.json");
        experiment = ExperimentFile.read(file);
        assertThat(model.obstacle().getValue()).isEqualTo("Open data and set up an experiment in Train first.");
        assertThat(model.findable().get()).isFalse();
        desk.workspace().datasetProperty().set(Optional.of(new DataFolder(SampleData.data()).datasets().stream()
                .filter(each -> each.key().equals(experiment.data().set())).findFirst().orElseThrow().read(JobControl.UNWATCHED)));
        desk.workspace().experimentProperty().set(Optional.of(experiment));
        model.form().fields().field("steps").enter("60");
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private void find() {
        model.findOrPause();
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
        pump.until(() -> model.state() == WorkState.ENDED);
    }

    @Test
    void findsARateAndTriesItAndChangesNothing() {
        find();

        assertThat(model.lineProperty().get()).startsWith("Swept ").contains(" of 60 steps in ");
        assertThat(model.sweepProperty().get().orElseThrow().isRestored()).isTrue();
        assertThat(model.chosenProperty().get()).isPresent();
        pump.until(() -> model.proofsProperty().get().size() == 3);
        assertThat(desk.workspace().experimentProperty().get()).contains(experiment);
    }

    @Test
    void givesTheChosenRateToTheExperimentOfTrain() {
        find();
        model.choose(0.0812345);
        model.useInTrain();

        assertThat(desk.workspace().experimentProperty().get().orElseThrow().rate()).isEqualTo(0.081);
        assertThat(model.situation().stale().getValue()).isEmpty();
        assertThat(desk.messages().lastProperty().get().text()).isEqualTo("Train has learning rate 0.081 now.");
    }

    @Test
    void saysThatTheCurveIsOfAnotherExperiment() {
        find();
        desk.workspace().experimentProperty().set(Optional.of(Overlay.SEED.variants(experiment).getFirst().experiment()));

        assertThat(model.situation().stale().getValue()).startsWith("This curve is of an earlier experiment");
    }

    @Test
    void pausesGoesOnAndStopsWithWhatThereIs() {
        model.form().fields().field("steps").enter("5000");
        model.findOrPause();
        model.findOrPause();
        assertThat(model.state()).isEqualTo(WorkState.PAUSED);
        model.findOrPause();
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
        pump.until(() -> model.hint().isEmpty());
        model.stop();
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.lineProperty().get()).endsWith("Stopped.");
        assertThat(model.sweepProperty().get().orElseThrow().isRestored()).isTrue();
    }

    @Test
    void drawsSweepsWithOtherValuesOverTheFirst() {
        find();
        for (Overlay kind : Overlay.values()) {
            model.overlay(kind);
            pump.until(() -> model.state() == WorkState.ENDED);

            assertThat(kind.variants(experiment)).as(kind.label()).hasSizeBetween(2, 4);
            assertThat(model.picture().curves()).hasSize(1 + kind.variants(experiment).size()).allMatch(each -> !each.name().isEmpty());
            assertThat(model.lineProperty().get()).endsWith("checksums agree.");
        }
        model.clearOverlays();
        assertThat(model.picture().curves()).hasSize(1);
        assertThat(model.lineProperty().get()).startsWith("Swept ");
    }

    @Test
    void findsTheSameBesideARunOfTrain() throws Exception {
        find();
        Sweep alone = model.sweepProperty().get().orElseThrow();
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        Dataset digits = desk.workspace().datasetProperty().get().orElseThrow();
        List<JobOutcome<TrainingResult>> over = new ArrayList<>();
        RunningJob<TrainingResult> run = desk.jobs().start(new Trainer(experiment, digits, device, _ -> {}), over::add);

        find();
        assertThat(model.sweepProperty().get().orElseThrow().steps()).isEqualTo(alone.steps());
        assertThat(model.sweepProperty().get().orElseThrow().before()).isEqualTo(alone.before()).isEqualTo(model.sweepProperty().get().orElseThrow().after());

        model.findOrPause();
        model.stop();
        run.stop();
        pump.until(() -> model.state() == WorkState.ENDED && !over.isEmpty());
        assertThat(over.getFirst()).isNotInstanceOf(JobOutcome.Failed.class);
    }

    @Test
    void saysWhereABatchIsLargerThanTheData() {
        desk.workspace().experimentProperty().set(Optional.of(new Experiment(experiment.name(), "", experiment.data(), experiment.layers(),
                experiment.loss(), experiment.optimizer(), experiment.schedule(), batch(20_000), 1)));
        model.findOrPause();
        pump.until(() -> model.state() == WorkState.FAILED);

        assertThat(model.lineProperty().get()).contains("samples / batch = 10000 / 20000, less than 1.");
        assertThat(model.findable().get()).isTrue();
    }

    private TrainingPlan batch(long size) {
        try {
            return new TrainingPlan(TrainingPlan.RECIPE.settings(Map.of("batch", size)), experiment.training().order());
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    @Test
    void overlaysAndProofsAreOnTheDataOfTheCurveAlsoWhenOtherDataAreOpen() {
        find();
        pump.until(() -> model.proofsProperty().get().size() == 3 && desk.jobs().running().isEmpty());
        Dataset digits = desk.workspace().datasetProperty().get().orElseThrow();
        model.overlay(Overlay.SEED);
        pump.until(() -> model.state() == WorkState.ENDED);
        var before = model.picture().curves();
        model.choose(0.05);
        model.prove();
        pump.until(() -> model.proofsProperty().get().size() == 3 && desk.jobs().running().isEmpty());
        var proofs = model.proofsProperty().get();

        desk.workspace().datasetProperty().set(Optional.of(new Dataset(
                "other", "Other", digits.classes(), digits.train().subset(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), Optional.empty())));
        model.overlay(Overlay.SEED);
        pump.until(() -> model.state() == WorkState.ENDED);
        assertThat(model.picture().curves()).isEqualTo(before);
        model.choose(0.06);
        model.prove();
        model.choose(0.05);
        model.prove();
        pump.until(() -> model.proofsProperty().get().size() == 3 && desk.jobs().running().isEmpty());
        assertThat(model.proofsProperty().get()).usingRecursiveComparison().isEqualTo(proofs);
    }

    @Test
    void refusesToSweepWhileAFieldIsRed() {
        model.form().fields().field("to").enter("zwölf");

        assertThat(model.obstacle().getValue()).contains("zwölf");
        assertThat(model.findable().get()).isFalse();
        model.findOrPause();
        assertThat(model.state()).isEqualTo(WorkState.READY);
        model.form().fields().field("to").enter("10");
        assertThat(model.findable().get()).isTrue();
    }

    @Test
    void refusesAnEndUnderTheStart() {
        model.form().fields().field("to").enter("1e-9");

        assertThat(model.findable().get()).isFalse();
        assertThat(model.obstacle().getValue()).contains("from is 1e-8 and to is 1e-9");
        model.findOrPause();
        assertThat(model.state()).isEqualTo(WorkState.READY);
    }
}
