package tadpole.app.pane.playground.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class RegressionRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private Desk desk;
    private RegressionRoom room;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("playground", "Playground", Material2OutlinedAL.BUBBLE_CHART, PaneEntry.Group.UNDERSTAND, with -> {
            room = new RegressionRoom(with, SampleData.experiments());
            return room;
        });
        FrontPane front = new FrontPane(List.of(entry), "playground");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void trainsTheLessonsAndOpensTheirNumbers(FxRobot robot) throws Exception {
        picture("regression-first");
        robot.clickOn("#regression-step");
        until(() -> room.model().moments().size() == 1);
        assertThat(text(robot, "#regression-loss")).isEqualTo("0.25756");
        robot.clickOn("#regression-start");
        until(() -> room.model().stateProperty().get() == WorkState.ENDED);
        assertThat(text(robot, "#regression-line")).startsWith("The loss fell from 0.25756 to ");
        robot.clickOn("#regression-gradient-0");
        until(() -> robot.lookup("#xray").query().isVisible());
        picture("regression-xray");
        robot.clickOn("#xray-close");
        picture("regression-mended");

        lesson(robot, "polynomial-diverges");
        robot.clickOn("#regression-list").type(KeyCode.SPACE);
        until(() -> room.model().stateProperty().get() == WorkState.ENDED);
        assertThat(text(robot, "#regression-line")).startsWith("Diverged: the loss went from 25.45 to ");
        assertThat(robot.lookup("#regression-up .list-cell").queryAllAs(Labeled.class)).extracting(Labeled::getText).contains("w[2]").doesNotContain("b");
        assertThat(text(robot, "#regression-curvature")).startsWith("w[0] across, w[2] upward");
        ListView<?> list = robot.lookup("#regression-list").queryListView();
        assertThat(list.getHeight() - list.getInsets().getTop() - list.getInsets().getBottom()).as("whole rows").satisfies(height ->
                assertThat(height / list.getFixedCellSize()).isCloseTo(Math.rint(height / list.getFixedCellSize()), within(0.02)));
        picture("regression-diverges");
        asyncFx(() -> room.model().form().form().field("iterations").take(300L)).get();
        robot.clickOn("#regression-start");
        until(() -> room.model().stateProperty().get() == WorkState.FAILED);
        assertThat(text(robot, "#regression-line")).contains("Try a learning rate of 0.001. The pictures keep what was before.");
        picture("regression-failed");

        lesson(robot, "polynomial-mended");
        int before = room.model().points().size();
        click(robot, "#regression-points", 0.3, 0.4);
        until(() -> room.model().points().size() == before + 1);
        click(robot, "#regression-glass", 0.3, 0.3);
        until(() -> room.model().start()[0] != 0.5);
        robot.clickOn("#regression-start");
        until(() -> room.model().stateProperty().get() == WorkState.ENDED);
        picture("regression-own-points");
        asyncFx(() -> room.files().save(home.resolve("mine.json"))).get();
        until(() -> messages.lastProperty().get().text().equals("Saved mine.json."));
        assertThat(ExperimentFile.read(home.resolve("mine.json"))).isEqualTo(room.model().experiment());
        Files.writeString(home.resolve("mine.csv"), "x,y\n0,1\n1,3\n2,5\n");
        assertThat(room.open(List.of(home.resolve("mine.csv")))).isTrue();
        until(() -> room.model().points().size() == 3);

        lesson(robot, "raw-two-layer");
        robot.clickOn("#regression-start");
        until(() -> room.model().stateProperty().get() == WorkState.ENDED);
        robot.clickOn("#regression-weight-1");
        until(() -> robot.lookup("#xray").query().isVisible());
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("regression-raw-dark");
        robot.clickOn("#xray-close");
        lesson(robot, "polynomial-stale-gradient");
        robot.clickOn("#regression-start");
        until(() -> room.model().stateProperty().get() == WorkState.ENDED);
        picture("regression-stale-dark");
        assertThat(robot.lookup("#regression-list .list-cell").queryAllAs(Labeled.class)).as("the last iteration is in sight")
                .anySatisfy(cell -> assertThat(cell.getText()).startsWith("   29 "));
    }

    private void lesson(FxRobot robot, String name) throws Exception {
        asyncFx(() -> room.files().open(SampleData.experiments().resolve(name + ".json"))).get();
        until(() -> room.model().experiment().name().equals(name) && room.model().stateProperty().get() == WorkState.READY);
    }

    private static void click(FxRobot robot, String id, double across, double down) {
        Node glass = robot.lookup(id).query();
        Bounds at = glass.localToScreen(glass.getLayoutBounds());
        robot.clickOn(at.getMinX() + across * at.getWidth(), at.getMinY() + down * at.getHeight());
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
