package tadpole.app.pane.gradients.softmax;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.sleep;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
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
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.formula.Address;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class SoftmaxRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private SoftmaxRoom room;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("gradients", "Gradients", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.UNDERSTAND, this::open);
        FrontPane front = new FrontPane(List.of(entry), "gradients");
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

    private SoftmaxRoom open(Desk with) {
        room = new SoftmaxRoom(with, List.of(SampleData.data()), SampleData.experiments());
        return room;
    }

    @Test
    void everySectionDoesWhatItSays(FxRobot robot) throws Exception {
        SoftmaxRoomModel model = room.model();
        until(() -> model.figuresProperty().get().isPresent());

        double before = model.plan().logits().getFirst();
        robot.clickOn("#logit-0").type(KeyCode.RIGHT);
        assertThat(model.plan().logits().getFirst()).isNotEqualTo(before);
        robot.doubleClickOn("#logit-text-1").eraseText(6).write("3").type(KeyCode.ENTER);
        assertThat(model.plan().logits().get(1)).isEqualTo(3);
        assertThat(robot.lookup("#logit-1").queryAs(Slider.class).getValue()).isEqualTo(3);
        robot.clickOn("#right-1");
        assertThat(model.plan().right()).isEqualTo(1);
        assertThat(text(robot, "#way-0-float")).doesNotContain("fails");
        robot.clickOn("#preset-thousand");
        assertThat(text(robot, "#way-0-double")).isEqualTo("NaN  fails");
        assertThat(text(robot, "#way-1-float")).isEqualTo("-∞  fails");
        assertThat(text(robot, "#way-2-float")).doesNotContain("fails");
        assertThat(text(robot, "#ways-why")).contains("∞ / ∞ is no number");
        picture("softmax-thousand");
        assertThat(robot.lookup("#measure").query().isVisible()).isFalse();
        robot.clickOn("#logits-undo");
        assertThat(model.plan().logits().get(1)).isEqualTo(3);
        robot.clickOn("#preset-close").clickOn("#classes-more");
        assertThat(text(robot, "#classes")).isEqualTo("6 classes");
        robot.clickOn("#p-0");
        assertThat(room.xray().model().shownProperty().get().orElseThrow().of()).isEqualTo(new Address.Probability(0, 0));
        picture("softmax-logits-xray");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#nats");
        assertThat(room.xray().model().shownProperty().get().orElseThrow().value()).isEqualTo(model.numbersProperty().get().nats());
        robot.type(KeyCode.ESCAPE);

        robot.clickOn("#section-jacobian");
        robot.moveTo("#jacobian");
        until(() -> text(robot, "#jacobian-pointed").contains(" = p"));
        robot.clickOn("#jacobian");
        assertThat(room.xray().model().shownProperty().get().orElseThrow().of()).isInstanceOf(Address.Jacobian.class);
        picture("softmax-jacobian-xray");
        robot.type(KeyCode.ESCAPE);
        robot.doubleClickOn("#g-0").eraseText(8).write("1").type(KeyCode.ENTER);
        assertThat(model.numbersProperty().get().hasOwnGradient()).isTrue();
        robot.clickOn("#gradient-of-loss");
        assertThat(model.numbersProperty().get().hasOwnGradient()).isFalse();
        picture("softmax-jacobian");

        robot.clickOn("#section-batches");
        assertThat(text(robot, "#batches-said")).startsWith("From 1 to 256 samples the summed loss goes from ");
        picture("softmax-batches");

        asyncFx(() -> model.form().field("samples").enter("16")).get();
        until(() -> model.figuresProperty().get().orElseThrow().start().plan().samples() == 16);
        robot.clickOn("#section-loops");
        assertThat(text(robot, "#loops-ratio")).isEqualTo("not measured yet");
        picture("softmax-loops-before");
        robot.clickOn("#measure");
        until(() -> model.timing().comparisonProperty().get().isPresent());
        assertThat(text(robot, "#loops-agreement")).startsWith("✓ The same numbers");
        assertThat(text(robot, "#loops-ratio")).isNotEqualTo("not measured yet");
        picture("softmax-loops");

        robot.clickOn("#section-picture");
        robot.clickOn("#picture-next");
        until(() -> text(robot, "#picture-name").endsWith("train #1"));
        String loss = text(robot, "#picture-loss");
        robot.clickOn("#draw-again");
        until(() -> !text(robot, "#picture-loss").equals(loss));
        robot.clickOn("#picture-logit-2");
        assertThat(room.xray().model().shownProperty().get().orElseThrow().value())
                .isEqualTo(model.figuresProperty().get().orElseThrow().start().numbers().logit(2));
        picture("softmax-picture-xray");
        robot.type(KeyCode.ESCAPE);
        assertThat(text(robot, "#starts-said")).startsWith("100 starts of this deviation");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("softmax-picture-dark");

        Path file = home.resolve("mine.json");
        asyncFx(() -> room.files().save(file, model.plan())).get();
        until(() -> messages.lastProperty().get().text().equals("Saved mine.json."));
        assertThat(SoftmaxFile.read(file)).isEqualTo(model.plan());
        robot.clickOn("#section-picture").clickOn("#softmax-open");
        picture("softmax-open");
        robot.type(KeyCode.ESCAPE);
        assertThat(asyncFx(() -> room.open(List.of(SampleData.experiments().resolve("softmax-1000.json")))).get()).isTrue();
        until(() -> model.plan().name().equals("softmax-1000"));
        assertThat(asyncFx(() -> room.open(List.of(SampleData.experiments().resolve("mnist-cnn.json")))).get()).isFalse();
        robot.clickOn("#section-logits");
        assertThat(robot.lookup("#logit-text-0").queryAs(TextField.class).getText()).isEqualTo("1000");
        assertThat(text(robot, "#reach")).isEqualTo("sliders to ±2000");
        picture("softmax-dark");
    }

    private void picture(String name) throws Exception {
        for (int i = 0; i < 4; i++) {
            waitForFxEvents();
            sleep(50, MILLISECONDS);
        }
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }

    /** Looked up on the JavaFX thread, which may be laying out other rows just now. */}
