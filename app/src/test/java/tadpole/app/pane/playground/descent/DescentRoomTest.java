package tadpole.app.pane.playground.descent;

import static org.assertj.core.api.Assertions.assertThat;
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
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
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
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class DescentRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private Desk desk;
    private DescentRoom room;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("playground", "Playground", Material2OutlinedAL.BUBBLE_CHART, PaneEntry.Group.UNDERSTAND, with -> {
            room = new DescentRoom(with, SampleData.experiments());
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
    void goesDownTheParabolaAndIntoOneOfTwoMinima(FxRobot robot) throws Exception {
        picture("descent-first");
        robot.clickOn("#rate-3");
        assertThat(text(robot, "#descent-verdict")).isEqualTo("Rate 0.9 oscillates: each step leaves 1 - 0.9 · 2 = -0.8 of the distance.");
        robot.clickOn("#descent-again").clickOn("#descent-step");
        assertThat(text(robot, "#descent-x")).isEqualTo("-2.4");
        robot.clickOn("#descent-x");
        assertThat(robot.lookup("#xray").query().isVisible()).isTrue();
        picture("descent-xray");
        robot.clickOn("#xray-close");
        robot.clickOn("#descent-play");
        until(() -> room.model().shown().step() >= 3);
        robot.type(KeyCode.SPACE);
        assertThat(room.model().playingProperty().get()).isFalse();
        picture("descent-paused");
        robot.clickOn("#rate-5");
        assertThat(text(robot, "#descent-verdict")).contains("explodes");
        picture("descent-explodes");

        robot.clickOn("#descent-open");
        robot.clickOn("#open-walk-two-minima");
        until(() -> messages.lastProperty().get().text().startsWith("Opened walk-two-minima"));
        until(() -> room.model().shown().basins().isPresent());
        drag(robot, 0.2, 0.55);
        assertThat(room.model().shown().walk().marks().getFirst().x()).isBetween(-0.4, 0.4);
        until(() -> room.model().shown().walk().reached().isPresent());
        assertThat(text(robot, "#descent-formula")).isEqualTo("f = x⁴ + x³ - 2x² - 2x");
        picture("descent-two-minima");

        asyncFx(() -> room.files().save(home.resolve("mine.json"))).get();
        until(() -> messages.lastProperty().get().text().equals("Saved mine.json."));
        assertThat(Files.readString(home.resolve("mine.json"))).contains("\"twoMinima\"");
        assertThat(room.open(List.of(home.resolve("mine.json")))).isTrue();
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("descent-dark");
        asyncFx(() -> room.files().open(SampleData.experiments().resolve("walk-parabola.json"))).get();
        until(() -> room.model().plan().name().equals("walk-parabola"));
        asyncFx(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        }).get();
        picture("descent-small");
        assertThat(bottom(robot, "#descent-loss")).as("numbers within their card").isLessThan(bottom(robot, ".descent-path"));
        for (int i = 0; i < 6; i++) {
            assertThat(bottom(robot, "#rate-factor-" + i)).as("rate %d within its card", i).isLessThan(bottom(robot, "#rate-" + i));
        }
        assertThat(robot.lookup(".small-factor").queryAllAs(Labeled.class)).allSatisfy(label ->
                assertThat(label.lookup(".text")).isInstanceOfSatisfying(Text.class, text -> assertThat(text.getText().replaceAll("\\s", "")).isEqualTo(label.getText().replaceAll("\\s", ""))));
    }

    private void drag(FxRobot robot, double from, double to) {
        Node glass = robot.lookup("#descent-glass").query();
        Bounds at = glass.localToScreen(glass.getLayoutBounds());
        double y = at.getMinY() + 0.3 * at.getHeight();
        robot.moveTo(at.getMinX() + from * at.getWidth(), y).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 10; i++) {
            robot.moveTo(at.getMinX() + (from + (to - from) * i / 10) * at.getWidth(), y);
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
    }

    private static double bottom(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScreen(node.getBoundsInLocal()).getMaxY();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
