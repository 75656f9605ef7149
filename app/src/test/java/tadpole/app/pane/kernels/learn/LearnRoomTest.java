package tadpole.app.pane.kernels.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TestBench;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class LearnRoomTest {

    private Stage stage;
    private Desk desk;
    private KernelsModel kernels;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            kernels = new KernelsModel(with, new Background("kernels"));
            PaneView pane = TestBench.pane(kernels);
            return pane;
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

    @Test
    void findsAHiddenSobelWhileOneWatchesAndTakesIt(FxRobot robot) throws Exception {
        until(() -> kernels.convolvedProperty().get().isPresent());
        robot.clickOn("#room-learn");
        until(() -> robot.lookup("#learn-go").tryQuery().filter(each -> !each.isDisabled()).isPresent());
        picture("kernels-learn-before");

        robot.clickOn("#learn-step");
        until(() -> text(robot, "#learn-figure-step").equals("1"));
        robot.clickOn("#learn-uncover");
        assertThat(text(robot, "#learn-hidden-title")).startsWith("Hidden: Sobel");
        asyncFx(() -> robot.lookup("#learn-tempo").queryAs(ComboBox.class).getSelectionModel().select(2)).get();
        robot.clickOn("#learn-go");
        until(() -> text(robot, "#learn-line").startsWith("Found in "));
        assertThat(Double.parseDouble(text(robot, "#learn-figure-off"))).isLessThan(0.01);
        picture("kernels-learn-found");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("kernels-learn-found-dark");

        asyncFx(() -> kernels.change(plan -> plan.withKernel(0, 0, Kernel.zeros(3, 3)))).get();
        asyncFx(() -> kernels.undo()).get();
        until(() -> !kernels.runningProperty().get());
        robot.press(KeyCode.R).release(KeyCode.R);
        until(() -> text(robot, "#learn-figure-step").equals("–"));
        robot.clickOn("#learn-go");
        until(() -> text(robot, "#learn-line").startsWith("Found in "));
        robot.clickOn("#learn-take");
        until(() -> robot.lookup("#kernels-window-stage").tryQuery().isPresent());
        assertThat((double) kernels.kernel().at(1, 0)).isBetween(-2.01, -1.99);
        assertThat(kernels.kernel().at(1, 0)).isNotEqualTo(-2f);
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
