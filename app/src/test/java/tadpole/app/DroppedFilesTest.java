package tadpole.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

/** Which pane, and which of its rooms, a file reaches that is dropped on the window. */
@ExtendWith(ApplicationExtension.class)
class DroppedFilesTest {

    @TempDir
    private Path home;

    private Desk desk;
    private FrontPane front;
    private Window window;

    @Start
    private void start(Stage stage) {
        Fonts.load();
        front = new FrontPane(Panes.ALL, "gradients");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), front);
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new Window(stage, desk, front, new TypeSize(TypeSize.STANDARD));
        window.show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void reachThePaneAndTheRoomThatTheyAreOf(FxRobot robot) throws Exception {
        reaches(robot, "gradients", "softmax-1000.json", "gradients", "softmax");
        reaches(robot, "gradients", "check-two-layer.json", "gradients", "check");
        robot.clickOn("#room-step");
        reaches(robot, "gradients", "softmax-1000.json", "gradients", "softmax");
        robot.clickOn("#room-step");
        reaches(robot, "gradients", "check-two-layer.json", "gradients", "step");
        reaches(robot, "gradients", "digits-784-100-10.json", "gradients", "step");
        reaches(robot, "gradients", "race-1cycle.json", "race", "");
        reaches(robot, "gradients", "walk-two-minima.json", "playground", "");
        reaches(robot, "race", "digits-784-100-10.json", "train", "");
        reaches(robot, "train", "race-1cycle.json", "race", "");
        asyncFx(() -> front.open("gradients")).get();
        robot.clickOn("#room-check");
        reaches(robot, "data", "check-find-the-bug.json", "gradients", "check");
        reaches(robot, "race", "softmax-frog.json", "gradients", "softmax");
    }

    @Test
    void thatArePicturesReachKernelsWhateverStandsInFront(FxRobot robot) throws Exception {
        Path picture = home.resolve("pond.png");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_BYTE_GRAY), "png", picture.toFile());
        for (String from : List.of("gradients", "data", "kernels")) {
            asyncFx(() -> front.open(from)).get();
            asyncFx(() -> assertThat(window.open(List.of(picture))).isTrue()).get();
            assertThat(front.entry().orElseThrow().id()).isEqualTo("kernels");
            waitFor(30, SECONDS, () -> asyncFx(() -> robot.lookup("#input-name").<Label>tryQuery().filter(name -> name.getText().equals("pond.png")).isPresent()).get());
        }

        Path unreadable = Files.writeString(home.resolve("phone.heic"), "xxxxftypheic");
        asyncFx(() -> assertThat(window.open(List.of(unreadable))).isTrue()).get();
        waitFor(30, SECONDS, () -> desk.messages().lastProperty().get().text().startsWith("phone.heic is no picture that can be read here: it is a HEIC picture."));
    }

    @Test
    void ofWeightsReachTheTrainedFilters(FxRobot robot) throws Exception {
        asyncFx(() -> front.open("data")).get();
        waitForFxEvents();

        asyncFx(() -> assertThat(window.open(List.of(SampleData.weights().resolve("digits-cnn.safetensors")))).isTrue()).get();
        waitForFxEvents();

        assertThat(front.entry().orElseThrow().id()).isEqualTo("kernels");
        assertThat(((ToggleButton) robot.lookup("#room-trained").query()).isSelected()).isTrue();
    }

    @Test
    void thatAreBrokenAreRefusedByThePaneInFront(FxRobot robot) throws Exception {
        Path broken = Files.writeString(home.resolve("broken.json"), "{\"tadpole\": 1,");

        asyncFx(() -> window.open(List.of(broken))).get();
        waitFor(30, SECONDS,
                () -> desk.messages().lastProperty().get().kind() == Messages.Kind.FAILED);

        assertThat(front.entry().orElseThrow().id()).isEqualTo("gradients");
        assertThat(desk.messages().lastProperty().get().text()).startsWith("broken.json, line 1");
    }

    private void reaches(FxRobot robot, String from, String file, String pane, String room) throws Exception {
        asyncFx(() -> front.open(from)).get();
        waitForFxEvents();
        asyncFx(() -> assertThat(window.open(List.of(SampleData.experiments().resolve(file)))).as(file).isTrue()).get();
        waitForFxEvents();

        assertThat(front.entry().orElseThrow().id()).as(file).isEqualTo(pane);
        if (!room.isEmpty()) {
            assertThat(((ToggleButton) robot.lookup("#room-" + room).query()).isSelected()).as(file).isTrue();
        }
    }
}
