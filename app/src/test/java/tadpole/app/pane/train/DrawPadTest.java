package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.pad.DrawPad;
import tadpole.app.shell.Action;
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
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class DrawPadTest {

    private Stage stage;
    private TrainPane pane;
    private Desk desk;
    private Theme theme;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        FrontPane front = new FrontPane(List.of(new PaneEntry("pad", "Pad", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open)), "pad");
        theme = new Theme(Theme.Kind.DARK);
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), theme, front);
        stage = window;
        window.setWidth(1000);
        window.setHeight(700);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    /** The pad beside the pane whose runs it looks at. */
    private record Beside(HBox stage) implements PaneView {

        @Override
        public ObservableValue<String> subtitle() {
            return new SimpleStringProperty("");
        }

        @Override
        public List<Node> tools() {
            return List.of();
        }

        @Override
        public List<Action> actions() {
            return List.of();
        }
    }

    private PaneView open(Desk with) {
        pane = new TrainPane(with, new Examples(SampleData.experiments(), List.of(SampleData.data())));
        DrawPad pad = new DrawPad(new Bench(pane.lab(), List::of, List::of, _ -> { }));
        pad.setMaxWidth(254);
        pad.setMinWidth(254);
        HBox.setHgrow(pane.stage(), Priority.ALWAYS);
        return new Beside(new HBox(pane.stage(), pad));
    }

    @Test
    void drawsADigitAndSaysWhatTheNetworkThinksAtEveryMoment(FxRobot robot) throws Exception {
        until(() -> pane.model().draft().subtitle().getValue().startsWith("Tadpole digits"));
        assertThat(text(robot, "#pad-answer")).isEmpty();
        picture("draw-pad-empty");

        stroke(robot, MouseButton.PRIMARY, 30, 28, 84, 26);
        stroke(robot, MouseButton.PRIMARY, 84, 26, 48, 92);
        until(() -> text(robot, "#pad-share").endsWith("%"));
        String untrained = text(robot, "#pad-share");

        robot.interact(() -> pane.model().startOrPause());
        until(() -> pane.lab().runProperty().get().filter(run -> run.standsAt() > 200).isPresent());
        robot.interact(() -> pane.lab().runProperty().get().orElseThrow().stop());
        until(() -> pane.lab().runProperty().get().orElseThrow().state() == WorkState.ENDED);
        until(() -> !text(robot, "#pad-share").equals(untrained) && text(robot, "#pad-answer").equals("7"));
        String trained = text(robot, "#pad-share");
        robot.clickOn("#pad-show-steps");
        until(() -> text(robot, "#pad-field").equals("by center of mass in 28×28"));
        assertThat(text(robot, "#pad-box")).startsWith("box around it, ");
        picture("draw-pad-dark");

        Run run = pane.lab().runProperty().get().orElseThrow();
        robot.interact(() -> pane.lab().lookAt(run, 0));
        until(() -> text(robot, "#pad-share").equals(untrained));
        robot.interact(() -> pane.lab().lookAtNow());
        until(() -> text(robot, "#pad-share").equals(trained));

        stroke(robot, MouseButton.SECONDARY, 30, 28, 70, 28);
        until(() -> !text(robot, "#pad-share").equals(trained));
        robot.clickOn("#pad-undo");
        until(() -> text(robot, "#pad-share").equals(trained));
        robot.interact(() -> theme.show(Theme.Kind.LIGHT));
        picture("draw-pad-light");
        robot.clickOn("#pad-clear");
        until(() -> text(robot, "#pad-answer").isEmpty());
        untilFx(() -> robot.lookup(".pad-hint").queryAs(Label.class).isVisible());
    }

    /** In small hops: a drag that jumps is lost. */
    private void stroke(FxRobot robot, MouseButton button, double fromX, double fromY, double toX, double toY) {
        Node pad = robot.lookup("#pad-canvas").query();
        Bounds bounds = robot.bounds(pad).query();
        robot.moveTo(new Point2D(bounds.getMinX() + fromX, bounds.getMinY() + fromY)).press(button);
        for (int hop = 1; hop <= 12; hop++) {
            robot.moveTo(new Point2D(bounds.getMinX() + fromX + (toX - fromX) * hop / 12, bounds.getMinY() + fromY + (toY - fromY) * hop / 12));
        }
        robot.release(button);
    }

    private void picture(String name) throws Exception {
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get(10, TimeUnit.SECONDS);
    }
}
