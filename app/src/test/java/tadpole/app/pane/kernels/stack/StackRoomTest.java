package tadpole.app.pane.kernels.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
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
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.convolution.StackStage.Pooled;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

@ExtendWith(ApplicationExtension.class)
class StackRoomTest {

    private Stage stage;
    private Desk desk;
    private KernelsModel bench;
    private StackRoom room;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            bench = new KernelsModel(with, new Background("kernels"));
            room = new StackRoom(new Bench(bench, new StackPane(), _ -> { }));
            return room;
        });
        FrontPane front = new FrontPane(List.of(entry), "kernels");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), new Messages(), new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    /** A bright disc and a dark bar on a ramp. */
    private static Picture scene() {
        int side = 32;
        Tensor values = Tensor.zeros(Shape.of(3, side, side));
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean disc = (y - 11) * (y - 11) + (x - 12) * (x - 12) < 36;
                boolean bar = x >= 23 && x < 26;
                for (int c = 0; c < 3; c++) {
                    values.data()[(c * side + y) * side + x] = disc ? 230 - 30 * c : bar ? 20 : 60 + 3 * y + 10 * c;
                }
            }
        }
        return Picture.ofBytes("disc and bar", values);
    }

    @Test
    void stacksStagesAndShowsWhatEachPixelHasSeen(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#stack-empty").query().isVisible()).isTrue();
        picture("stack-empty");
        asyncFx(() -> bench.pictureProperty().set(Optional.of(scene()))).get();
        until(() -> room.model().runProperty().get().isPresent());
        assertThat(robot.lookup("#stack-empty").query().isVisible()).isFalse();
        picture("stack-first");

        asyncFx(() -> bench.change(plan -> plan.withKernel(0, 0, Kernel.of(3, 3, 0, 1, 0, 1, -4, 1, 0, 1, 0)))).get();
        until(() -> run().results().getFirst().convolved().orElseThrow().weight().data()[4] == -4);

        robot.moveTo(cell(robot, 3, 5, 6));
        until(() -> room.model().sightProperty().get().isPresent());
        assertThat(text(robot, "#stack-spot-title")).isEqualTo("Stage 3 at y 5, x 6");
        assertThat(text(robot, "#stack-spot-sees")).isEqualTo("Sees 4 × 4 pixels of the picture, moves by 2.");
        assertThat(robot.lookup("#stack-winner").queryAll()).hasSize(1);
        picture("stack-hovered");

        robot.clickOn("#stack-example-network");
        until(() -> run().plan().stages().size() == 4 && run().results().size() == 4);
        assertThat(robot.lookup("#stack-add").query().isDisabled()).isTrue();
        robot.clickOn("#stack-channel-next-1");
        assertThat(text(robot, "#stack-channel-1")).isEqualTo("2/4");
        robot.clickOn(cell(robot, 4, 0, 8));
        until(() -> room.model().pinnedProperty().get());
        robot.moveTo("#stack-spot-title");
        assertThat(text(robot, "#stack-spot-beyond")).isEqualTo("Reaches 3 rows above it, into padding.");
        assertThat(text(robot, "#stage-fact-4-4")).isEqualTo("8 × 8");
        assertThat(text(robot, "#stage-fact-4-5")).isEqualTo("2");
        picture("stack-network");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("stack-network-dark");
        robot.type(KeyCode.ESCAPE);
        until(() -> !room.model().pinnedProperty().get());

        robot.clickOn("#stage-menu-1").clickOn("#stage-remove-1");
        assertThat(room.model().draft().size()).isEqualTo(3);
        robot.clickOn("#stack-undo");
        assertThat(room.model().draft().size()).isEqualTo(4);
        robot.clickOn("#stage-menu-3").clickOn("#stage-left-3");
        assertThat(room.model().draft().stages().get(2)).isInstanceOf(StackStage.Convolution.class);
        robot.clickOn("#stack-undo");

        robot.clickOn("#stack-example-blurs");
        robot.clickOn("#stack-add").clickOn("#stack-add-average");
        until(() -> run().results().size() == 4);
        assertThat(room.model().draft().stages().get(1)).isInstanceOf(Pooled.class);
        robot.doubleClickOn("#pooling-window").write("50").type(KeyCode.ENTER);
        until(() -> run().misfit().isPresent());
        assertThat(text(robot, "#stack-message-2")).startsWith("Stage 2, average pooling: a 50×50 window does not fit a 32×32 input");
        assertThat(text(robot, "#stack-message-3")).isEqualTo("Waits for stage 2.");
        picture("stack-refused-dark");
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        picture("stack-refused");
        robot.clickOn("#stack-undo");
        until(() -> run().misfit().isEmpty());
        robot.moveTo(cell(robot, 2, 3, 3));
        until(() -> room.model().sightProperty().get().isPresent());
        picture("stack-average");

        for (int left = 3; left >= 0; left--) {
            int stages = left;
            // A menu that has just closed does not open for a robot's next click each time.
            asyncFx(() -> robot.lookup("#stage-menu-0").queryAs(MenuButton.class).getItems().getLast().fire()).get();
            until(() -> room.model().draft().size() == stages);
        }
        assertThat(room.model().draft().size()).isZero();
        picture("stack-none");
        asyncFx(() -> {
            room.model().open(StackExample.DILATED);
            stage.setWidth(1024);
            stage.setHeight(700);
        }).get();
        until(() -> run().results().size() == 3);
        picture("stack-small");
    }

    private StackRun run() {
        return room.model().runProperty().get().orElseThrow();
    }

    private Point2D cell(FxRobot robot, int plane, int y, int x) {
        waitForFxEvents();
        PlaneView view = robot.lookup("#stack-view-" + plane).queryAs(PlaneView.class);
        Bounds at = view.inScene(y, x, 1, 1).orElseThrow();
        Bounds onScreen = view.localToScreen(view.sceneToLocal(at));
        return new Point2D(onScreen.getCenterX(), onScreen.getCenterY());
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
