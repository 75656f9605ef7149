package tadpole.app.pane.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.surface.Surface.Window;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.LossMap;
import tadpole.engine.training.TrainingPlan;
import tadpole.engine.training.TrainingPath.Moment;
import tadpole.samples.SampleData;

class LossPlaneModelTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final RacePaneModel race = new RacePaneModel(desk, List.of(), Runnable::run);
    private final LossPlaneModel model = race.plane();

    @BeforeEach
    void openTheDigits() throws Exception {
        assertThat(model.lacking().getValue()).isEqualTo("Open data and set up an experiment in Train first, or open a race.");
        assertThat(model.startable().get()).isFalse();
        desk.workspace().datasetProperty().set(Optional.of(new DataFolder(SampleData.data()).datasets().stream()
                .filter(each -> each.key().equals("tadpole-digits")).findFirst().orElseThrow().read(JobControl.UNWATCHED)));
        desk.workspace().experimentProperty().set(
                Optional.of(ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"))));
        race.form().field("steps").enter("8");
        model.form().field("images").enter("20");
        model.form().field("fineness").enter("9");
        pick(1);
        model.toggle(model.choicesProperty().get().getFirst());
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private void pick(int choice) {
        model.toggle(model.choicesProperty().get().get(choice));
    }

    private LossMap compute() {
        model.computeOrPause();
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
        pump.until(() -> model.state() == WorkState.ENDED);
        return model.mapProperty().get().orElseThrow();
    }

    @Test
    void offersTheExperimentOfTrainAndWhoRuns() {
        assertThat(model.choicesProperty().get()).extracting(each -> each.run().label())
                .startsWith("As in Train", "SGD at 0.01", "Momentum at 0.01").hasSize(6);
        assertThat(model.choicesProperty().get().get(2).run().experiment().training().steps()).isEqualTo(8);
    }

    @Test
    void oneStaysPickedAndOfTooManyTheFirstGoes() {
        assertThat(model.pickedProperty().get()).hasSize(1);
        pick(1);
        assertThat(model.pickedProperty().get()).hasSize(1);
        pick(2);
        pick(3);
        pick(4);
        assertThat(model.pickedProperty().get()).isEqualTo(model.choicesProperty().get().subList(2, 5));
    }

    @Test
    void fillsTheGridAndSaysWhatTheDirectionsHold() {
        LossMap map = compute();

        assertThat(map.isWhole()).isTrue();
        assertThat(map.paths()).hasSize(1);
        assertThat(model.lineProperty().get()).startsWith("81 points in ").contains("\u00A0% of the path's variance.");
        assertThat(model.facts()).startsWith("Mean loss over 20 of 10\u00A0000 training images");
    }

    @Test
    void countsTheTrainingImagesThatThereWereWhateverIsOpenLater() throws Exception {
        Experiment on = desk.workspace().experimentProperty().get().orElseThrow();
        DataPlan few = new DataPlan(on.data().set(), on.data().prepare(), on.data().augment(), 0.2, 30);
        desk.workspace().experimentProperty().set(Optional.of(new Experiment(
                on.name(), "", few, on.layers(), on.loss(), on.optimizer(), on.schedule(), new TrainingPlan(
                        TrainingPlan.RECIPE.settings(Map.of("steps", 5)), on.training().order()), on.seed())));
        model.toggle(model.choicesProperty().get().getFirst());
        model.pickedProperty().get().stream().skip(1).toList().forEach(model::toggle);
        assertThat(model.pickedProperty().get()).hasSize(1);
        String before = model.facts();
        LossMap map = compute();
        desk.workspace().datasetProperty().set(Optional.empty());

        assertThat(model.facts()).isEqualTo(before).startsWith("Mean loss over 20 of %d training images".formatted(map.trained()));
        assertThat(map.trained()).isIn(240, 300);
    }

    @Test
    void readsThePlaneAndTheMomentsOnIt() {
        LossMap map = compute();
        Window window = map.grid().window();

        model.read(window.left(), window.top(), 1e-9, 1e-9);
        assertThat(model.readingProperty().get()).startsWith("loss ").endsWith("at a grid point");
        model.read(window.left() + 0.4 * window.width() / 8, window.top(), 1e-9, 1e-9);
        assertThat(model.readingProperty().get()).endsWith("between grid points, interpolated");
        Moment start = map.paths().getFirst().moments().getFirst();
        model.read(start.x(), start.y(), 1e-3, 1e-3);
        assertThat(model.readingProperty().get()).startsWith("SGD at 0.01 after step 0\nloss ");
        model.read(window.right() + 1, 0, 1, 1);
        assertThat(model.readingProperty().get()).isEmpty();
    }

    @Test
    void laysTwoPathsOnOnePlane() {
        pick(2);

        assertThat(compute().paths()).extracting(each -> each.label()).containsExactly("SGD at 0.01", "Momentum at 0.01");
    }

    @Test
    void aStopInTrainingLeavesNothingAndSaysSo() {
        race.form().field("steps").enter("5000");
        model.computeOrPause();
        model.computeOrPause();
        assertThat(model.state()).isEqualTo(WorkState.PAUSED);
        model.computeOrPause();
        model.stop();
        pump.until(() -> !model.state().isGoingOn());

        assertThat(model.state()).isEqualTo(WorkState.READY);
        assertThat(model.lineProperty().get()).startsWith("Stopped before the plane could be seen");
        assertThat(model.mapProperty().get()).isEmpty();
    }

    @Test
    void saysWhyItFailed() {
        race.roster().runners().getFirst().form().field("rate").enter("1000");
        race.form().field("steps").enter("200");
        model.computeOrPause();
        pump.until(() -> !model.state().isGoingOn());

        assertThat(model.state()).isEqualTo(WorkState.FAILED);
        assertThat(model.lineProperty().get()).startsWith("SGD at 1000: ");
    }
}
