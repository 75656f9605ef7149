package tadpole.app.pane.kernels.backward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.image.PlaneView;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TestBench;
import tadpole.app.pane.kernels.rows.RowsRoom;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class BackwardRoomTest {

    private Stage stage;
    private Desk desk;
    private KernelsModel kernels;
    private BackwardRoom room;
    private Rooms rooms;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            kernels = new KernelsModel(with, new Background("kernels-test"));
            Bench bench = new Bench(kernels, new VBox(), id -> rooms.open(id));
            room = new BackwardRoom(bench);
            rooms = Rooms.onStage(new Label("output size"), List.of(new Room("backward", "Backward", "", () -> room),
                    new Room("rows", "As one matrix product", "", () -> new RowsRoom(bench))));
            return rooms;
        });
        FrontPane front = new FrontPane(List.of(entry), "kernels");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), front);
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
    void everyGradientShowsTheSumItComesFrom(FxRobot robot) throws Exception {
        picture("backward-empty");
        asyncFx(() -> kernels.pictureProperty().set(Optional.of(TestBench.picture(3, 12, 12)))).get();
        until(() -> room.model().gradientsProperty().get().isPresent());
        assertThat(text(robot, "#backward-title")).isEqualTo("Where does a gradient come from?");
        assertThat(text(robot, "#backward-loss")).startsWith("L = ½ sum of y²");
        robot.clickOn("#backward-choice-ones");
        until(() -> text(robot, "#backward-loss").startsWith("L = sum"));

        over(robot, view(robot, "#backward-dx"), 0, 3);
        assertThat(text(robot, "#backward-title")).isEqualTo("Pixel y 0, x 3");
        assertThat(text(robot, "#backward-result")).isEqualTo("= 0");
        robot.clickOn(MouseButton.PRIMARY);
        robot.moveTo(robot.lookup(".term").nth(2).<Node>query());
        waitForFxEvents();
        assertThat(text(robot, "#backward-title")).isEqualTo("Pixel y 0, x 3");
        picture("backward-pixel");
        over(robot, view(robot, "#backward-dx"), 0, 3);
        robot.clickOn(MouseButton.PRIMARY);

        robot.clickOn("#backward-choice-output");
        until(() -> text(robot, "#backward-loss").startsWith("L = ½ sum of y²"));
        over(robot, view(robot, "#backward-dw"), 1, 2);
        assertThat(text(robot, "#backward-title")).isEqualTo("Weight 1,2");
        assertThat(robot.lookup(".term").queryAll()).hasSizeGreaterThan(60);
        picture("backward-weight");

        robot.clickOn("#backward-choice-pixel");
        over(robot, view(robot, "#backward-dy"), 5, 6);
        until(() -> room.model().outputGradient().orElseThrow().data()[5 * 12 + 6] == 1);
        assertThat(kernels.placeProperty().get()).contains(new KernelsModel.Place(0, 5, 6));
        assertThat(text(robot, "#backward-title")).isEqualTo("Output y 5, x 6");
        picture("backward-output");

        asyncFx(() -> kernels.change(plan -> plan.withMixing(Mixing.SUM).withFlip(true).withGain(2))).get();
        asyncFx(kernels::addFilter).get();
        until(() -> room.model().gradientsProperty().get().orElseThrow().convolved().channels() == 2);
        robot.clickOn("#backward-typed").clickOn("#backward-choice-picture");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        over(robot, view(robot, "#backward-picture"), 4, 4);
        assertThat(robot.lookup(".term").queryAll()).hasSize(18);
        picture("backward-dark");
        robot.clickOn("#backward-picture");
        over(robot, view(robot, "#backward-dw"), 0, 0);
        assertThat(text(robot, "#backward-title")).startsWith("Pixel");
        robot.clickOn("#backward-to-matrix");
        waitForFxEvents();
        assertThat(rooms.frontProperty().get().id()).isEqualTo("rows");
        assertThat(kernels.inputProperty().get()).isPresent();
        picture("backward-in-matrix");
    }

    private static PlaneView view(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(PlaneView.class);
    }

    private static void over(FxRobot robot, PlaneView view, int y, int x) {
        waitForFxEvents();
        Bounds cell = view.inScene(y, x, 1, 1).orElseThrow();
        Bounds on = view.localToScreen(view.sceneToLocal(cell));
        robot.moveTo(on.getCenterX(), on.getCenterY());
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
