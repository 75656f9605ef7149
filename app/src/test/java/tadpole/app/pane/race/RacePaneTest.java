package tadpole.app.pane.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.surface.Surfaces;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.RaceResult;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class RacePaneTest {

    @TempDir
    private Path home;

    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private Stage stage;
    private RacePane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("race", "Optimizers", Material2OutlinedAL.EMOJI_EVENTS, PaneEntry.Group.LEARN, this::open);
        FrontPane front = new FrontPane(List.of(entry), "race");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private RacePane open(Desk with) {
        pane = new RacePane(with, List.of(SampleData.data()), SampleData.experiments());
        return pane;
    }

    @Test
    void racesTheLessonsFiveAndRanksThem(FxRobot robot) throws Exception {
        assertThat(text(robot, "#race-line")).isEqualTo("Open data and set up an experiment in Train first, or open a race.");
        picture("race-empty");
        boolean mnist = System.getenv("TADPOLE_DATA") != null;
        Path folder = mnist ? Path.of(System.getenv("TADPOLE_DATA")) : SampleData.data();
        String key = mnist ? "mnist" : "tadpole-digits";
        String file = mnist ? "mnist-784-100-10.json" : "digits-784-100-10.json";
        FoundDataset found = new DataFolder(folder).datasets().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
        Dataset dataset = found.read(JobControl.UNWATCHED);
        var experiment = ExperimentFile.read(SampleData.experiments().resolve(file));
        asyncFx(() -> {
            workspace.datasetProperty().set(Optional.of(dataset));
            workspace.experimentProperty().set(Optional.of(experiment));
            pane.model().form().field("steps").enter(mnist ? "938" : "120");
        }).get();
        until(() -> pane.model().startable().get());
        picture("race-ready");

        robot.clickOn("#race");
        until(() -> pane.model().resultProperty().get().isPresent());
        robot.clickOn("#race-card").type(KeyCode.SPACE);
        until(() -> pane.model().state() == WorkState.PAUSED);
        picture("race-paused");
        robot.type(KeyCode.SPACE);
        until(() -> pane.model().state() == WorkState.ENDED);
        RaceResult result = pane.model().resultProperty().get().orElseThrow();
        assertThat(result.standings()).hasSize(5);
        assertThat(text(robot, "#race-said")).contains(" runs in ");
        picture("race-ended");

        asyncFx(() -> pane.model().saveCharts(home)).get();
        until(() -> messages.lastProperty().get().text().startsWith("Saved race.png"));
        asyncFx(() -> pane.model().saveTable(home.resolve("race.csv"))).get();
        until(() -> Files.exists(home.resolve("race.csv")));
        assertThat(Files.readAllLines(home.resolve("race.csv"))).hasSize(result.runs().size() + 1);

        robot.clickOn("#settings-sgd");
        robot.clickOn("#another-sgd");
        assertThat(pane.model().roster().running()).extracting(each -> each.labelProperty().get()).startsWith("SGD", "SGD 2");
        picture("race-runner");

        asyncFx(() -> pane.model().form().field("steps").take(20_000L)).get();
        robot.clickOn("#mode-same").clickOn("#race");
        until(() -> pane.model().state() == WorkState.RUNNING);
        robot.clickOn("#race-card").type(KeyCode.ESCAPE);
        until(() -> !pane.model().state().isGoingOn());
        assertThat(text(robot, "#race-said")).startsWith("Stopped");
    }

    @Test
    void walksOverSurfacesAndTellsTheNumbersOfAStep(FxRobot robot) throws Exception {
        assertThat(text(robot, "#rule-head")).startsWith("Momentum, step 6");
        assertThat(robot.lookup("#rule").lookup("v ← 0.9·v + g = ").tryQuery()).isPresent();
        robot.clickOn("#rule-value-2");
        assertThat(pane.model().surface().xray().shownProperty().get().orElseThrow().text()).startsWith("p = p - ");
        picture("race-surface-xray");
        robot.type(KeyCode.ESCAPE);
        assertThat(pane.model().surface().xray().openProperty().get()).isFalse();
        for (var surface : Surfaces.ALL) {
            robot.clickOn("#surface-" + surface.key());
            until(() -> pane.model().surface().surfaceProperty().get() == surface);
            picture("race-surface-" + surface.key());
        }
        var before = pane.model().surface().startProperty().get();
        robot.clickOn("#surface-glass");
        assertThat(pane.model().surface().startProperty().get()).isNotEqualTo(before);
        robot.clickOn("#rule-on");
        assertThat(pane.model().surface().shownStep()).isEqualTo(7);
        robot.clickOn("#chip-0");
        assertThat(robot.lookup("#rule").lookup((Label line) -> line.getText().startsWith("p ← p - ")).tryQuery()).isPresent();
        robot.clickOn("#tab-map");
        picture("race-map");
        robot.clickOn("#tab-surfaces");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        robot.clickOn("#surface-ravine");
        picture("race-dark");
    }

    @Test
    void laysThePathOnTheLossPlaneAndReadsIt(FxRobot robot) throws Exception {
        robot.clickOn("#tab-plane");
        assertThat(text(robot, "#plane-line")).isEqualTo("Open data and set up an experiment in Train first, or open a race.");
        picture("plane-empty");
        openData("12");
        asyncFx(() -> {
            pane.model().plane().form().field("images").enter("50");
            pane.model().plane().form().field("fineness").enter("9");
        }).get();

        robot.clickOn("#plane-run-2").clickOn("#plane-run-0").clickOn("#plane-compute");
        until(() -> pane.model().plane().state() == WorkState.ENDED);
        assertThat(text(robot, "#plane-line")).contains("of the path's variance");
        robot.moveTo("#plane-glass");
        until(() -> text(robot, "#plane-reading").contains("loss "));
        picture("plane");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("plane-dark");
    }

    @Test
    void tellsTheRuleOfOneWeight(FxRobot robot) throws Exception {
        robot.clickOn("#tab-weight");
        picture("weight-empty");
        openData("40");
        WeightModel weight = pane.model().weight();
        asyncFx(() -> weight.pick(Optional.of(weight.choicesProperty().get().getLast()))).get();

        robot.clickOn("#weight-next");
        until(() -> weight.readingProperty().get().isPresent());
        assertThat(text(robot, "#weight-head")).contains(", step 1, rate 0.001");
        assertThat(text(robot, "#weight-verdict")).startsWith("✓");
        var before = weight.weightProperty().get().orElseThrow();
        robot.clickOn(before.index() == 0 ? "#weight-on" : "#weight-back");
        assertThat(weight.weightProperty().get()).isNotEqualTo(Optional.of(before));
        robot.clickOn("#weight-play");
        until(() -> weight.readingProperty().get().orElseThrow().step() >= 8);
        picture("weight");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("weight-dark");
        asyncFx(weight::pause).get();
        robot.clickOn("#weight-lines #rule-value-5");
        assertThat(text(robot, "#xray-result")).startsWith("= ");
        var shown = weight.xray().shownProperty();
        assertThat(shown.get().orElseThrow().value()).isEqualTo(weight.readingProperty().get().orElseThrow().after());
        assertThat(robot.lookup("#weight-lines #rule-value-3").query().getStyleClass()).contains("lit-second");
        picture("weight-xray");
        robot.clickOn("#weight-lines #rule-value-3");
        assertThat(shown.get().orElseThrow().text()).startsWith("m' = m/(1 - 0.9");
        robot.type(KeyCode.ESCAPE);
        assertThat(weight.xray().openProperty().get()).isFalse();
        robot.clickOn("#weight-restart");
        until(() -> weight.readingProperty().get().isEmpty());
    }

    private void openData(String steps) throws Exception {
        FoundDataset found = new DataFolder(SampleData.data()).datasets().stream()
                .filter(each -> each.key().equals("tadpole-digits")).findFirst().orElseThrow();
        Dataset dataset = found.read(JobControl.UNWATCHED);
        var experiment = ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"));
        asyncFx(() -> {
            workspace.datasetProperty().set(Optional.of(dataset));
            workspace.experimentProperty().set(Optional.of(experiment));
            pane.model().form().field("steps").enter(steps);
        }).get();
    }

    /** Charts are drawn beside the JavaFX thread: what they show is awaited. */
    private void picture(String name) throws Exception {
        waitForFxEvents();
        for (int i = 0; i < 8; i++) {
            org.testfx.util.WaitForAsyncUtils.sleep(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
