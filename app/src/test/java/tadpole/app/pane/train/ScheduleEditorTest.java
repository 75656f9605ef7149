package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.until;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Circle;
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
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.schedule.ScheduleEditorModel;
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
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.samples.SampleData;

/** The schedule's curve in the Train pane: what one drags is what is trained. */
@ExtendWith(ApplicationExtension.class)
class ScheduleEditorTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private TrainPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
        FrontPane front = new FrontPane(List.of(entry), "train");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private TrainPane open(Desk with) {
        pane = new TrainPane(with, new Examples(SampleData.experiments(), List.of(SampleData.data())));
        return pane;
    }

    @Test
    void dragsThePeakOfOneCycleAndTrainsAlongIt(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        asyncFx(() -> {
            pane.model().form().optimizer().pick(Momentum.RECIPE);
            pane.model().form().plan().field("epochs").take(2L);
            pane.model().form().schedule().pick(OneCycle.RECIPE);
        }).get();
        until(() -> robot.lookup("#schedule-peak").query().isVisible());
        assertThat(preset(robot)).isEqualTo("PyTorch");
        picture("schedule-one-cycle");

        asyncFx(() -> robot.lookup("#schedule-enlarge").queryButton().fire()).get();
        until(() -> robot.lookup("#schedule-large-peak").tryQuery().filter(Node::isVisible).isPresent());
        picture("schedule-large");
        Node peak = robot.lookup("#schedule-large-peak").query();
        Bounds chart = onScreen(robot.lookup("#schedule-large-chart").query());
        Bounds from = onScreen(peak);
        robot.moveTo(from.getCenterX(), from.getCenterY()).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 30; i++) {
            robot.moveTo(from.getCenterX() + 0.005 * i * chart.getWidth(), from.getCenterY() + i);
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
        until(() -> pane.model().draft().schedule().undoable().get());

        assertThat(rate()).isLessThan(0.01);
        assertThat(share()).isBetween(0.4, 0.55);
        assertThat(robot.lookup("#optimizer-rate").queryAs(TextField.class).getText()).isEqualTo(Double.toString(rate()));
        assertThat(robot.lookup("#schedule-pctStart").queryAs(TextField.class).getText()).isEqualTo(Double.toString(share()));
        assertThat(preset(robot)).isEqualTo(ScheduleEditorModel.OWN);
        Path file = home.resolve("dragged.json");
        asyncFx(() -> pane.model().save(file)).get();
        until(() -> messages.lastProperty().get().text().equals("Saved dragged.json."));
        Experiment saved = ExperimentFile.read(file);
        assertThat(saved.rate()).isEqualTo(rate());
        assertThat(saved.schedule().settings().decimal("pctStart")).isEqualTo(share());

        double dragged = rate();
        robot.type(KeyCode.UP);
        assertThat(rate()).isGreaterThan(dragged);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(rate()).isEqualTo(dragged);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(rate()).isEqualTo(0.01);
        assertThat(preset(robot)).isEqualTo("PyTorch");

        assertThat(dots(robot)).noneMatch(Node::isVisible);
        asyncFx(() -> pane.model().step()).get();
        until(() -> pane.model().figuresProperty().get().step() == 1);
        double first = dots(robot).getFirst().getCenterX();
        assertThat(dots(robot)).filteredOn(Node::isVisible).hasSize(4);
        asyncFx(() -> pane.model().startOrPause()).get();
        until(() -> pane.model().state() == WorkState.ENDED);
        picture("schedule-ended");
        assertThat(dots(robot)).filteredOn(Node::isVisible).hasSize(4);
        assertThat(dots(robot).getFirst().getCenterX()).isGreaterThan(first + 50);
        assertThat(pane.model().draft().schedule().liveProperty().get().orElseThrow().rate())
                .isEqualTo(pane.model().draft().schedule().curveProperty().get().orElseThrow().end().rate());
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        asyncFx(() -> {
            pane.model().draft().schedule().logarithmicProperty().set(true);
        }).get();
        robot.moveTo(robot.lookup("#schedule-large-chart").queryAs(Node.class));
        picture("schedule-large-dark");

        asyncFx(() -> pane.model().reset()).get();
        assertThat(dots(robot)).noneMatch(Node::isVisible);
    }

    @Test
    void saysWhyThereIsNoCurveAndDoesNotStart(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        asyncFx(() -> {
            pane.model().form().schedule().pick(OneCycle.RECIPE);
            pane.model().form().schedule().form().field("baseMomentum").enter("0.99");
        }).get();

        until(() -> !pane.model().startable().get());
        assertThat(pane.model().draft().obstacle().getValue()).startsWith("Momentum falls from the greatest to the least");
        picture("schedule-refused");
    }

    private List<Circle> dots(FxRobot robot) {
        return robot.lookup(".schedule-dot").queryAllAs(Circle.class).stream().toList();
    }

    private double rate() {
        return pane.model().form().experiment().rate();
    }

    private double share() {
        return pane.model().form().experiment().schedule().settings().decimal("pctStart");
    }

    private static String preset(FxRobot robot) {
        return (String) robot.lookup("#schedule-preset").queryComboBox().getValue();
    }

    private static Bounds onScreen(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
