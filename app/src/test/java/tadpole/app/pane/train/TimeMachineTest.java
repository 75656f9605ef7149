package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class TimeMachineTest {

    private final Workspace workspace = new Workspace();
    private final Theme theme = new Theme(Theme.Kind.DARK);
    private Stage stage;
    private TrainPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
        FrontPane front = new FrontPane(List.of(entry), "train");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(1), new Messages(), theme, front);
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
    void goesBackByDragAndKeysGoesOnAndBranchesAndShowsBoth(FxRobot robot) throws Exception {
        Lab lab = pane.lab();
        untilFx(() -> pane.model().startable().get());
        robot.interact(() -> {
            pane.model().form().plan().field("epochs").enter("3");
            pane.model().form().network().field("hidden").enter("32");
        });
        untilFx(() -> pane.model().startable().get());
        robot.clickOn("#start");
        until(() -> pane.model().state() == WorkState.ENDED);
        Run first = lab.runProperty().get().orElseThrow();
        long stands = first.standsAt();
        assertThat(visible(robot, "#go-on")).isFalse();
        assertThat(visible(robot, "#go-further")).isTrue();
        untilFx(() -> text(robot, "#time-recorded").startsWith("recorded: ") && visible(robot, "#time-recorded"));
        untilFx(() -> !bounds(robot, "#time-recorded").intersects(bounds(robot, "#time-step")));

        drag(robot, 1, 0.55);
        until(() -> lab.backProperty().get() && text(robot, "#message").startsWith("At step "));
        long at = lab.at().orElseThrow();
        assertThat(first.past().steps()).contains(at);
        assertThat(at).isBetween(stands / 3, 3 * stands / 4);
        assertThat(text(robot, "#time-step")).isEqualTo(Numbers.count(at));
        assertThat(text(robot, "#message")).endsWith("the run itself stands at " + Numbers.count(stands));
        assertThat(visible(robot, "#go-on")).isTrue();
        assertThat(visible(robot, "#start")).isFalse();
        until(() -> text(robot, "#epoch-detail").startsWith("step " + Numbers.count(at)));
        until(() -> lab.sightProperty().get().filter(sight -> sight.step() == at).isPresent());
        picture("train-time-back");

        robot.type(KeyCode.RIGHT);
        until(() -> lab.at().isEmpty() || lab.at().getAsLong() > at);
        robot.type(KeyCode.LEFT);
        until(() -> lab.at().isPresent() && lab.at().getAsLong() == at);
        robot.type(KeyCode.HOME);
        until(() -> lab.at().isPresent() && lab.at().getAsLong() == 0);
        robot.type(KeyCode.END);
        until(() -> lab.at().isEmpty());
        assertThat(text(robot, "#message")).isEmpty();

        drag(robot, 1, 0.55);
        until(() -> lab.at().isPresent() && lab.at().getAsLong() == at);
        robot.interact(() -> pane.model().form().optimizer().form().field("rate").enter("0.03"));
        robot.clickOn("#branch");
        until(() -> lab.runs().size() == 2 && lab.runs().getLast().state() == WorkState.ENDED);
        Run branch = lab.runs().getLast();
        assertThat(branch.origin().orElseThrow().text()).isEqualTo("branch from %s: rate 0.03".formatted(Numbers.count(at)));
        assertThat(lab.runProperty().get()).contains(branch);

        robot.interact(() -> lab.lookAt(first));
        drag(robot, 1, 0.3);
        until(() -> lab.backProperty().get());
        long earlier = lab.at().orElseThrow();
        robot.clickOn("#go-on");
        until(() -> lab.runs().size() == 3 && lab.runs().getLast().state() == WorkState.ENDED);
        assertThat(lab.runs().getLast().origin().orElseThrow().step()).isEqualTo(earlier);
        assertThat(lab.runs().getLast().trail().at(stands).orElseThrow().lastLoss()).isEqualTo(first.trail().at(stands).orElseThrow().lastLoss());

        robot.interact(() -> lab.lookAt(first));
        until(() -> visible(robot, "#time-branch-" + at) && visible(robot, "#time-branch-" + earlier));
        picture("train-time-branches");
        robot.clickOn("#time-branch-" + at);
        until(() -> lab.runProperty().get().filter(now -> now == branch).isPresent());
    }

    private void drag(FxRobot robot, double from, double to) {
        Node track = robot.lookup("#time-track").query();
        Bounds place = track.localToScreen(track.getLayoutBounds());
        long horizon = pane.lab().runProperty().get().orElseThrow().standsAt();
        assertThat(horizon).isPositive();
        double y = place.getMinY() + 20;
        robot.moveTo(new Point2D(place.getMinX() + from * (place.getWidth() - 2), y)).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 10; i++) {
            robot.moveTo(new Point2D(place.getMinX() + (from + (to - from) * i / 10) * (place.getWidth() - 2), y));
        }
        robot.release(MouseButton.PRIMARY);
    }

    private static Bounds bounds(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean visible(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void picture(String name) throws Exception {
        untilFx(() -> Screenshots.isDrawn(stage.getScene()));
        untilFx(() -> {
            Screenshots.take(stage.getScene(), name);
            return true;
        });
    }
}
