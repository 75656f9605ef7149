package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.TrainPane;
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
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.Preset;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.SweepPlan;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class FinderPaneTest {

    private static final double LARGE_WIDTH = 1920;

    @TempDir
    private Path home;

    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private final Theme theme = new Theme(Theme.Kind.LIGHT);
    private Stage stage;
    private FinderPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("finder", "LR finder", Material2OutlinedAL.INSIGHTS, PaneEntry.Group.LEARN, this::open);
        PaneEntry train = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN,
                with -> new TrainPane(with, new Examples(SampleData.experiments(), List.of(SampleData.data()))));
        FrontPane front = new FrontPane(List.of(entry, train), "finder");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(1), messages, theme, front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private FinderPane open(Desk with) {
        pane = new FinderPane(with);
        return pane;
    }

    @Test
    void opensTheBundledDigitsFromTheEmptyState(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#finder-use-digits").query().isVisible()).isTrue();
        robot.clickOn("#finder-use-digits");

        until(() -> !robot.lookup("#find").query().isDisabled());
        assertThat(workspace.datasetProperty().get().orElseThrow().key()).isEqualTo("tadpole-digits");
        assertThat(robot.lookup("#finder-use-digits").query().getParent().isVisible()).isFalse();
        assertThat(robot.lookup("#sweep-hint").query().isVisible()).isTrue();
        picture("finder-digits");

        robot.clickOn("#find");
        until(() -> pane.model().state() == WorkState.ENDED && pane.model().suggestions().size() == 4);
    }

    @Test
    void keepsThePresetsNameWhereAFieldIsChanged(FxRobot robot) throws Exception {
        fill(SampleData.data(), "tadpole-digits");
        asyncFx(() -> pane.model().form().fields().field("steps").enter("300")).get();

        assertThat(robot.lookup("#sweep-preset").<ComboBox<Preset>>query().getValue()).isEqualTo(SweepPlan.PRESETS.getFirst());
        assertThat(text(robot, "#sweep-changes")).isEqualTo("Steps 300 instead of 0.");
        picture("finder-changed");
        robot.clickOn("#sweep-undo");
        assertThat(robot.lookup("#sweep-changes").query().getParent().isVisible()).isFalse();
    }

    @Test
    void findsARateLetsOneDragItAndGivesItToTrain(FxRobot robot) throws Exception {
        picture("finder-empty");
        assertThat(robot.lookup("#find").query().isDisabled()).isTrue();
        Optional<String> given = Optional.ofNullable(System.getenv("TADPOLE_DATA")).filter(each -> Files.isDirectory(Path.of(each, "mnist")));
        fill(given.isPresent() ? Path.of(given.get()) : SampleData.data(), given.isPresent() ? "mnist" : "tadpole-digits");
        until(() -> !robot.lookup("#find").query().isDisabled());
        if (given.isEmpty()) {
            // The bundled set has few batches an epoch; a hundred rates need several.
            asyncFx(() -> pane.model().form().fields().field("steps").enter("300")).get();
        }
        picture("finder-ready");

        robot.clickOn("#find");
        until(() -> pane.model().hint().isEmpty());
        robot.type(KeyCode.SPACE);
        until(() -> pane.model().state() != WorkState.RUNNING);
        picture("finder-paused");
        if (pane.model().state() == WorkState.PAUSED) {
            robot.type(KeyCode.SPACE);
        }
        until(() -> pane.model().state() == WorkState.ENDED && pane.model().chosenProperty().get().isPresent());
        assertThat(pane.model().sweepProperty().get().orElseThrow().isRestored()).isTrue();
        assertThat(text(robot, "#unchanged")).isEqualTo("Nothing was changed");
        assertThat(pane.model().suggestions()).hasSize(4);
        until(() -> !text(robot, "#proof-verdict-2").isEmpty());
        waitForPictures();
        picture("finder-ended");

        Bounds glass = robot.lookup("#sweep-glass").query().localToScreen(robot.lookup("#sweep-glass").query().getBoundsInLocal());
        double before = pane.model().chosenProperty().get().orElseThrow();
        double y = glass.getMinY() + 0.3 * glass.getHeight();
        robot.moveTo(glass.getMinX() + 0.72 * glass.getWidth(), y).press(MouseButton.PRIMARY)
                .moveTo(glass.getMinX() + 0.79 * glass.getWidth(), y).release(MouseButton.PRIMARY);
        double chosen = pane.model().chosenProperty().get().orElseThrow();
        assertThat(chosen).isNotEqualTo(before).isBetween(0.03, 1.0);
        assertThat(text(robot, "#chosen-rate")).isEqualTo(text(robot, "#chosen-flag"));
        until(() -> pane.model().proofsProperty().get().size() == 3 && !text(robot, "#proof-verdict-2").isEmpty());

        robot.clickOn("#use-in-train");
        assertThat(workspace.experimentProperty().get().orElseThrow().rate()).isEqualTo(chosen);
        waitForPictures();
        picture("finder-chosen");
        if (Screen.getPrimary().getBounds().getWidth() >= LARGE_WIDTH) {
            large("finder-chosen-large");
        }

        robot.clickOn("#overlay").clickOn("#overlay-batch_size");
        until(() -> pane.model().state() == WorkState.ENDED && pane.model().hasOverlays());
        waitForPictures();
        picture("finder-overlays");
        robot.clickOn("#overlay").clickOn("#overlay-clear");
        until(() -> !pane.model().hasOverlays());

        asyncFx(() -> pane.model().saveCharts(home)).get();
        until(() -> Files.exists(home.resolve("lr-finder.svg")));
        asyncFx(() -> pane.model().saveTable(home.resolve("lr.csv"))).get();
        until(() -> Files.exists(home.resolve("lr.csv")));
        assertThat(Files.readAllLines(home.resolve("lr.csv"))).first().isEqualTo("step,rate,loss,smoothed");

        asyncFx(() -> pane.model().form().fields().field("to").enter("1e-9")).get();
        until(() -> robot.lookup("#find").query().isDisabled());
        assertThat(text(robot, "#finder-line")).contains("from is 1e-8 and to is 1e-9");
        picture("finder-refused");
        Preset fastai = SweepPlan.PRESETS.get(1);
        asyncFx(() -> pane.model().form().show(fastai)).get();
        until(() -> !robot.lookup("#find").query().isDisabled());
        assertThat(pane.model().form().presetProperty().get()).isEqualTo(fastai);
    }

    private void fill(Path folder, String key) throws Exception {
        Dataset dataset = new DataFolder(folder).datasets().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow()
                .read(JobControl.UNWATCHED);
        Path file = SampleData.experiments().resolve(key.equals("mnist") ? "mnist-784-100-10.json" : "digits-784-100-10.json");
        asyncFx(() -> {
            workspace.datasetProperty().set(Optional.of(dataset));
            workspace.experimentProperty().set(Optional.of(ExperimentFile.read(file)));
            return null;
        }).get();
    }

    private void large(String name) throws Exception {
        asyncFx(() -> {
            theme.show(Theme.Kind.DARK);
            stage.setWidth(LARGE_WIDTH);
            stage.setHeight(1080);
        }).get();
        waitForPictures();
        picture(name);
        asyncFx(() -> {
            theme.show(Theme.Kind.LIGHT);
            stage.setWidth(1280);
            stage.setHeight(800);
        }).get();
        waitForPictures();
    }

    /** Charts are drawn at most ten times a second, beside the JavaFX thread. */
    private static void waitForPictures() throws Exception {
        long begun = System.nanoTime();
        until(() -> System.nanoTime() - begun > 700_000_000L);
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
