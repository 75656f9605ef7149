package tadpole.app.pane.kernels.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
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
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Padding;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class RowsRoomTest {

    private Stage stage;
    private Desk desk;
    private KernelsModel kernels;
    private RowsRoom room;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            kernels = new KernelsModel(with, new Background("kernels-test"));
            room = new RowsRoom(new Bench(kernels, new VBox(), _ -> { }));
            return Rooms.onStage(new Label("output size"), List.of(new Room("rows", "As one matrix product", "", () -> room)));
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
    void everyRowIsAWindowAndEveryColumnAWeight(FxRobot robot) throws Exception {
        picture("rows-empty");
        robot.clickOn("#rows-lack-example");
        until(() -> room.model().rowsProperty().get().map(rows -> rows.columns() == 27).orElse(false));
        assertThat(text(robot, "#rows-size")).startsWith("25 rows (5·5 places) × 27 columns");
        assertThat(layout().isWhole()).isTrue();

        hover(robot, 12, 4);
        assertThat(kernels.placeProperty().get()).contains(new KernelsModel.Place(0, 2, 2));
        assertThat(room.model().columnProperty().get()).isEqualTo(4);
        assertThat(text(robot, "#rows-name")).isEqualTo("Row 12 · output at y 2, x 2");
        assertThat(text(robot, "#rows-result")).startsWith("= ");
        picture("rows-small");

        Node output = robot.lookup("#rows-output").query();
        over(robot, (PlaneView) output, 0, 4);
        assertThat(room.model().row()).isEqualTo(4);
        over(robot, robot.lookup("#rows-input").queryAs(PlaneView.class), 0, 0);
        assertThat(room.model().cellsOfPixel()).hasSize(4);
        picture("rows-pixel");
        hover(robot, 20, 9);
        assertThat(room.model().cellsOfPixel()).isEmpty();

        robot.clickOn(matrix(20, 9));
        hover(robot, 3, 10);
        assertThat(room.model().row()).isEqualTo(20);
        assertThat(room.model().columnProperty().get()).isEqualTo(10);
        robot.clickOn(matrix(20, 9));

        String before = text(robot, "#rows-result");
        asyncFx(() -> kernels.change(plan -> plan.withFlip(true).withRelu(true))).get();
        until(() -> !text(robot, "#rows-result").equals(before));
        assertThat(room.model().row()).isEqualTo(20);

        asyncFx(() -> kernels.input().showSeen(TestBench.picture(3, 384, 512))).get();
        asyncFx(() -> kernels.change(plan -> plan.withKernel(0, 0, Kernel.zeros(9, 9).with(4, 4, 1).with(0, 0, -0.25f))
                .withPadding(Padding.ofSame().with(Border.REFLECT)))).get();
        until(() -> room.model().rowsProperty().get().orElseThrow().columns() == 243);
        asyncFx(() -> kernels.placeProperty().set(Optional.of(new KernelsModel.Place(0, 200, 300)))).get();
        waitForFxEvents();
        assertThat(room.matrix().firstRow()).isLessThanOrEqualTo(200 * 512 + 300).isGreaterThan(200 * 512 + 300 - layout().seenRows());
        assertThat(text(robot, "#rows-size")).contains("191 MB");
        asyncFx(() -> kernels.pictureProperty().set(Optional.of(TestBench.picture(3, 440, 700)))).get();
        until(() -> layout().rows() == 440 * 700);
        waitForFxEvents();
        assertThat(room.matrix().firstRow()).isLessThanOrEqualTo(200 * 700 + 300).isGreaterThan(200 * 700 + 300 - layout().seenRows());
        asyncFx(() -> kernels.pictureProperty().set(Optional.of(TestBench.picture(3, 384, 512)))).get();
        until(() -> layout().rows() == 384 * 512);
        waitForFxEvents();
        int first = room.matrix().firstRow();
        asyncFx(() -> room.matrix().fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 100, 100, 0, 0, false, false, false, false, false, false, 0, -80, 0, -80,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null))).get();
        waitForFxEvents();
        assertThat(room.matrix().firstRow()).isEqualTo(first + 6);
        robot.clickOn("#matrix").type(KeyCode.DOWN).type(KeyCode.RIGHT);
        waitForFxEvents();
        picture("rows-large");

        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        robot.clickOn("#rows-cut");
        until(() -> room.model().rowsProperty().get().orElseThrow().rows() == 25);
        picture("rows-dark");
        asyncFx(() -> kernels.change(plan -> plan.withPadding(Padding.none()))).get();
        until(() -> !kernels.refusalProperty().get().isEmpty());
        waitForFxEvents();
        picture("rows-refused");
        robot.clickOn("#rows-back");
        until(() -> room.model().rowsProperty().get().orElseThrow().rows() == 384 * 512);
    }

    private MatrixLayout layout() {
        return room.matrix().laid().orElseThrow();
    }

    private void hover(FxRobot robot, int row, int column) {
        robot.moveTo(matrix(row, column));
        waitForFxEvents();
    }

    private Point2D matrix(int row, int column) {
        waitForFxEvents();
        return room.matrix().localToScreen(layout().x(column, room.matrix().firstColumn()) + layout().cellWidth() / 2,
                layout().y(row, room.matrix().firstRow()) + layout().cellHeight() / 2);
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
