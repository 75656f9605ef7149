package tadpole.app.pane.gradients.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.untilFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
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
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.pane.gradients.SampleChoice;
import tadpole.app.pane.gradients.Subject;
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
import tadpole.app.xray.NumberGrid;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class StepRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private Desk desk;
    private Subject subject;
    private StepRoom room;
    private StepModel model;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("gradients", "Gradients", Material2OutlinedAL.FUNCTIONS, PaneEntry.Group.UNDERSTAND, this::open);
        FrontPane front = new FrontPane(List.of(entry), "gradients");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    private StepRoom open(Desk with) {
        subject = new Subject(with, new Background("gradients-subject"), List.of(SampleData.data()));
        room = new StepRoom(with, subject);
        model = room.model();
        return room;
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void goesThroughOneStepOfTheLinearSoftmax(FxRobot robot) throws Exception {
        untilFx(() -> model.stageProperty().get().isPresent());
        TracedSubject traced = model.tracedProperty().get().orElseThrow();
        assertThat(traced.after()).isLessThan(traced.trace().loss());
        assertThat(text(robot, "#step-title")).isEqualTo("The picture, prepared");
        assertThat(text(robot, "#step-place")).isEqualTo("1 of 9");
        picture("step-input");

        robot.clickOn("#step-next").type(KeyCode.S).type(KeyCode.RIGHT);
        assertThat(text(robot, "#step-title")).isEqualTo("The loss");
        picture("step-loss");
        robot.type(KeyCode.LEFT);
        assertThat(text(robot, "#step-title")).isEqualTo("Forward, linear1");
        picture("step-forward");

        NumberGrid outputs = room.card().grids().getLast();
        robot.clickOn(outputs.getChildrenUnmodifiable().getFirst());
        assertThat(model.xray().openProperty().get()).isTrue();
        isBesideAndInside(outputs, (Address.Activation) model.xray().shownProperty().get().orElseThrow().of());
        assertThat(model.xray().shownProperty().get().orElseThrow().value()).isEqualTo(
                traced.trace().value(model.xray().shownProperty().get().orElseThrow().of()));
        picture("step-xray");
        robot.type(KeyCode.ESCAPE);
        assertThat(model.xray().openProperty().get()).isFalse();
        assertThat(text(robot, "#step-title")).isEqualTo("Forward, linear1");

        clickCell(robot, outputs);
        robot.type(KeyCode.S).type(KeyCode.LEFT);
        assertThat(model.xray().openProperty().get()).isFalse();

        robot.clickOn("#walk-update");
        assertThat(text(robot, "#step-title")).isEqualTo("Update, linear1.weight");
        StepTrace.Moved moved = traced.trace().parameters().getFirst();
        assertThat(room.card().grids()).hasSize(4);
        assertThat(moved.after().at(0)).isEqualTo((double) (float) (moved.before().at(0) - (float) traced.trace().step().move().rate() * (float) moved.gradient().at(0)),
                within(1e-7));
        picture("step-update");
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(text(robot, "#step-place")).isEqualTo("2 of 2");

        robot.clickOn("#walk-backward");
        assertThat(text(robot, "#step-title")).isEqualTo("Backward, from the loss");
        robot.clickOn("#step-box-linear1");
        assertThat(text(robot, "#step-title")).isEqualTo("Backward, linear1");
        picture("step-backward");
        robot.type(KeyCode.ESCAPE);
        assertThat(text(robot, "#step-place")).isEqualTo("1 of 3");
    }

    @Test
    void playsPausesAndEnds(FxRobot robot) throws Exception {
        untilFx(() -> model.stageProperty().get().isPresent());
        asyncFx(() -> model.speedProperty().set(40)).get();
        robot.clickOn("#step-card").type(KeyCode.SPACE);
        assertThat(model.playingProperty().get()).isTrue();
        untilFx(() -> !model.playingProperty().get());
        assertThat(text(robot, "#step-place")).isEqualTo("9 of 9");

        asyncFx(() -> model.speedProperty().set(1)).get();
        robot.type(KeyCode.SPACE);
        assertThat(text(robot, "#step-place")).isEqualTo("1 of 9");
        robot.type(KeyCode.SPACE);
        assertThat(model.playingProperty().get()).isFalse();
        assertThat(((Label) robot.lookup("#step-before").query()).getText()).isNotEmpty();
    }

    @Test
    void stepsThroughACnnOnSeveralPictures(FxRobot robot) throws Exception {
        untilFx(() -> model.stageProperty().get().isPresent());
        asyncFx(() -> {
            subject.samplesProperty().set(SampleChoice.BY_INDEX);
            subject.countProperty().set(4);
            subject.networkProperty().set(NetworkChoice.CNN);
        }).get();
        untilFx(() -> model.tracedProperty().get().filter(now -> now.trace().batch() == 4 && now.studied().choice() == NetworkChoice.CNN).isPresent());
        robot.clickOn("#step-next");
        assertThat(text(robot, "#step-title")).isEqualTo("Forward, conv2d1");
        picture("step-cnn");
        robot.clickOn("#step-sample-on");
        assertThat(text(robot, "#step-sample")).isEqualTo("Picture 2 of 4");
        clickCell(robot, room.card().grids().getLast());
        assertThat(((Address.Activation) model.xray().shownProperty().get().orElseThrow().of()).sample()).isEqualTo(1);
        picture("step-cnn-xray");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        robot.type(KeyCode.ESCAPE).clickOn("#walk-backward").type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        picture("step-cnn-backward-dark");
        robot.clickOn("#step-box-conv2d1");
        clickCell(robot, room.card().grids().get(1));
        assertThat(model.xray().shownProperty().get().orElseThrow().of()).isInstanceOf(Address.WeightGradient.class);
        picture("step-cnn-kernel-gradient-dark");
    }

    @Test
    void opensAndSavesAnExperimentAndSendsItToTrain(FxRobot robot) throws Exception {
        untilFx(() -> model.stageProperty().get().isPresent());
        Path file = home.resolve("step.json");
        asyncFx(() -> {
            subject.samplesProperty().set(SampleChoice.BY_INDEX);
            subject.firstProperty().set(5);
            subject.countProperty().set(3);
        }).get();
        untilFx(() -> model.tracedProperty().get().filter(now -> now.studied().samples().equals(List.of(5, 6, 7))).isPresent());
        asyncFx(() -> room.save(file)).get();
        untilFx(() -> Files.exists(file));
        asyncFx(() -> room.open(List.of(file))).get();
        untilFx(() -> subject.networkProperty().get() == NetworkChoice.FILE && model.tracedProperty().get().filter(now -> now.studied().choice() == NetworkChoice.FILE).isPresent());
        assertThat(model.lackProperty().get()).isEmpty();
        assertThat(model.tracedProperty().get().orElseThrow().studied().samples()).containsExactly(5, 6, 7);
        asyncFx(() -> subject.networkProperty().set(NetworkChoice.TRAINED)).get();
        untilFx(() -> model.stageProperty().get().isEmpty());
        assertThat(text(robot, "#step-lack")).contains("No experiment is set up");
        picture("step-lack");
    }

    private void clickCell(FxRobot robot, NumberGrid grid) throws Exception {
        Bounds cell = asyncFx(() -> {
            Bounds inScene = grid.boundsOf(0);
            return new BoundingBox(inScene.getMinX() + stage.getX() + stage.getScene().getX(), inScene.getMinY() + stage.getY() + stage.getScene().getY(),
                    inScene.getWidth(), inScene.getHeight());
        }).get();
        robot.clickOn(cell);
        waitForFxEvents();
    }

    private void isBesideAndInside(NumberGrid grid, Address.Activation at) throws Exception {
        waitForFxEvents();
        Bounds clicked = asyncFx(() -> grid.boundsOf(0)).get();
        assertThat(clicked.getWidth()).isPositive();
        assertThat(at.layer()).isEqualTo(1);
        Bounds card = asyncFx(() -> {
            var node = stage.getScene().getRoot().lookup("#xray");
            return node.localToScene(node.getLayoutBounds());
        }).get();
        Bounds room = asyncFx(() -> {
            var node = stage.getScene().getRoot().lookup("#step-stage");
            return node.localToScene(node.getLayoutBounds());
        }).get();
        assertThat(room.contains(card)).isTrue();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
