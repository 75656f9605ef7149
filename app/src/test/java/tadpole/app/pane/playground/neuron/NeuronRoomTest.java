package tadpole.app.pane.playground.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
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
import tadpole.engine.layer.Gelu;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class NeuronRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private Desk desk;
    private NeuronRoom room;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("playground", "Playground", Material2OutlinedAL.BUBBLE_CHART, PaneEntry.Group.UNDERSTAND, with -> {
            room = new NeuronRoom(with);
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
    void showsWhatANeuronIsAndWhyLayersNeedAnActivation(FxRobot robot) throws Exception {
        picture("neuron-first");
        slide(robot, "#neuron-x0", 0.9);
        assertThat(room.model().plan().inputs().getFirst()).isGreaterThan(2);
        assertThat(text(robot, "#neuron-input-0")).isEqualTo(UpdateRule.four(room.model().plan().inputs().getFirst()));
        robot.clickOn("#neuron-z");
        assertThat(robot.lookup("#xray").query().isVisible()).isTrue();
        picture("neuron-xray");
        robot.clickOn("#xray-close");

        for (int i = 0; i < 3; i++) {
            robot.clickOn("#neuron-next");
        }
        assertThat(text(robot, "#neuron-difference")).startsWith("Both lie on each other: the greatest difference from -4 to 4 is ");
        assertThat(text(robot, "#tanh-4")).isEqualTo(text(robot, "#right-4")).isEqualTo("0.7616");
        robot.clickOn("#right-4");
        picture("neuron-proof");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#xray").query().isVisible()).isFalse();

        assertThat(text(robot, "#neuron-verdict")).startsWith("The same: ");
        robot.clickOn("#W-0");
        picture("neuron-collapse");
        robot.clickOn("#xray-close");
        robot.clickOn("#neuron-between");
        assertThat(text(robot, "#neuron-verdict")).startsWith("Not the same: with Tanh between them");
        asyncFx(() -> room.model().activation().pick(Gelu.RECIPE)).get();
        slide(robot, "#stack-x1", 0.8);
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("neuron-dark");

        asyncFx(() -> room.files().save(home.resolve("mine.json"))).get();
        until(() -> messages.lastProperty().get().text().equals("Saved mine.json."));
        robot.clickOn("#neuron-again");
        assertThat(text(robot, "#neuron-verdict")).startsWith("The same: ");
        assertThat(room.open(List.of(home.resolve("mine.json")))).isTrue();
        until(() -> room.model().plan().activation().type().equals("gelu"));
        assertThat(text(robot, "#neuron-verdict")).startsWith("Not the same: with GELU between them");
    }

    private static void slide(FxRobot robot, String id, double share) {
        Node slider = robot.lookup(id).query();
        Bounds at = slider.localToScreen(slider.getLayoutBounds());
        robot.clickOn(at.getMinX() + share * at.getWidth(), at.getMinY() + at.getHeight() / 2);
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
