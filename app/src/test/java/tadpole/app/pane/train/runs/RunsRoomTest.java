package tadpole.app.pane.train.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.untilFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
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
import tadpole.app.chart.ChartExplorer;
import tadpole.app.chart.RunsCsv;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Exports;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.LabPane;
import tadpole.app.pane.train.Run;
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
import tadpole.engine.loss.Losses;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class RunsRoomTest {

    @TempDir
    private Path folder;

    private final Messages messages = new Messages();
    private Stage stage;
    private LabPane pane;
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

    private PaneView open(Desk with) {
        pane = LabPane.of(with, new Examples(SampleData.experiments(), List.of(SampleData.data())));
        return pane.view();
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private Run trained(Experiment experiment, String name) throws Exception {
        int before = lab().runs().size();
        asyncFx(() -> lab().start(experiment, name)).get();
        untilFx(() -> lab().runs().size() > before && lab().runs().getLast().state() == WorkState.ENDED);
        return lab().runs().getLast();
    }

    private Lab lab() {
        return pane.lab();
    }

    private Experiment withLoss(Experiment was, String loss) throws Exception {
        return new Experiment(was.name(), was.about(), was.data(), was.layers(), Recipe.find(Losses.ALL, "loss", loss).standard(), was.optimizer(),
                was.schedule(), was.training(), was.seed());
    }

    @Test
    void laysRunsOverEachOtherAndLetsOneExploreThem(FxRobot robot) throws Exception {
        untilFx(() -> pane.canStart());
        asyncFx(() -> {
            pane.openRoom("runs");
            pane.epochs(2);
        }).get();
        untilFx(() -> robot.lookup("#runs-start").query().isVisible());
        picture("runs-empty");
        untilFx(() -> pane.canStart());
        Experiment plan = lab().form().experiment();
        Run first = trained(plan, "cross-entropy");
        Run second = trained(plan.withSeed(2), "cross-entropy, seed 2");
        Run squared = trained(withLoss(plan, "meanSquaredError"), "squared error");

        untilFx(() -> rows(robot).size() == 3 && text(robot, "#runs-caution").contains("a plot of its own"));
        untilFx(() -> chart(robot).plots().size() == 2);
        picture("runs-two-losses");
        robot.clickOn("#runs-compare-accuracy");
        untilFx(() -> chart(robot).plots().size() == 1);
        assertThat(robot.lookup("#runs-caution").query().getParent().isVisible()).isFalse();
        picture("runs-accuracy");

        renamesPinsHides(robot, first, second);
        comparesAndDeletes(robot, squared);
        zooms(robot);
        exports(robot);
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("runs-dark");
        asyncFx(() -> {
            first.pinnedProperty().set(true);
            lab().lookAt(squared);
            pane.openRoom("charts");
        }).get();
        picture("runs-pinned-behind");
    }

    private void renamesPinsHides(FxRobot robot, Run first, Run second) throws Exception {
        RunRow row = row(robot, first);
        robot.doubleClickOn(row.lookup(".run-name"));
        TextField field = (TextField) row.lookup(".run-name-field");
        untilFx(field::isVisible);
        robot.interact(() -> field.setText("my first"));
        robot.interact(() -> field.fireEvent(new ActionEvent()));
        untilFx(() -> first.nameProperty().get().equals("my first"));
        robot.interact(() -> ((ButtonBase) row.lookup(".run-pin")).fire());
        assertThat(first.pinnedProperty().get()).isTrue();

        robot.interact(() -> ((ButtonBase) row(robot, second).lookup(".run-shown")).fire());
        untilFx(() -> chart(robot).plots().getFirst().traces().stream().noneMatch(trace -> trace.name().contains("seeds")));
        robot.interact(() -> ((ButtonBase) row(robot, second).lookup(".run-shown")).fire());
        untilFx(() -> chart(robot).plots().getFirst().traces().stream().anyMatch(trace -> trace.name().contains("2 seeds")));
    }

    private void comparesAndDeletes(FxRobot robot, Run squared) throws Exception {
        untilFx(() -> cells(robot).contains("loss.type") && cells(robot).contains("meanSquaredError"));
        assertThat(cells(robot)).contains("seed", "test accuracy, best").doesNotContain("optimizer.rate");

        robot.interact(() -> ((MenuButton) row(robot, squared).lookup(".run-more")).getItems().stream()
                .filter(item -> "run-delete".equals(item.getId())).findFirst().orElseThrow().fire());
        untilFx(() -> rows(robot).size() == 2);
        robot.interact(() -> pane.view().actions().stream().filter(action -> action.label().equals("Bring back the deleted run")).findFirst().orElseThrow().run().run());
        untilFx(() -> rows(robot).size() == 3);
    }

    private void zooms(FxRobot robot) throws Exception {
        robot.clickOn("#runs-metric-loss");
        untilFx(() -> chart(robot).isUpToDate() && chart(robot).plots().size() == 2);
        ChartExplorer chart = chart(robot);
        double to = chart.plots().getFirst().across().to();
        double x = chart.plots().getFirst().area().getCenterX();
        double y = chart.plots().getFirst().area().getCenterY();
        robot.interact(() -> mouse(chart, MouseEvent.MOUSE_MOVED, x, y, 0));
        untilFx(() -> chart.lookup(".chart-reading").isVisible());
        assertThat(((Label) chart.lookup(".chart-reading-place")).getText()).startsWith("step ");
        picture("runs-values");

        robot.interact(() -> scroll(chart, x, y, 120));
        untilFx(() -> chart.isUpToDate() && chart.plots().getFirst().across().to() < to);
        assertThat(chart.zoomProperty().get().across()).isPresent();
        picture("runs-zoomed");
        robot.interact(() -> mouse(chart, MouseEvent.MOUSE_CLICKED, x, y, 2));
        untilFx(() -> chart.isUpToDate() && chart.zoomProperty().get().isEverything());
        robot.interact(() -> ((ButtonBase) chart.lookup(".log-up")).fire());
        untilFx(() -> chart.isUpToDate() && chart.plots().getFirst().up().log());
        picture("runs-log");
    }

    private void exports(FxRobot robot) throws Exception {
        Exports exports = new Exports(lab(), () -> stage);
        ChartExplorer chart = chart(robot);
        RunsModel model = new RunsModel(lab());
        for (String ending : List.of("svg", "png", "csv")) {
            asyncFx(() -> exports.save(folder.resolve("runs." + ending), () -> model.picture(chart.zoomProperty().get()), model::numbers)).get();
            untilFx(() -> messages.lastProperty().get().text().equals("Saved runs.%s.".formatted(ending)));
        }
        assertThat(Files.readString(folder.resolve("runs.svg"))).contains("my first", "squared error", "<text");
        assertThat(Files.readAllLines(folder.resolve("runs.csv")).getFirst()).startsWith("run,seed,kind,step");
        asyncFx(() -> exports.save(folder.resolve("runs.doc"), () -> model.picture(chart.zoomProperty().get()), RunsCsv::new)).get();
        untilFx(() -> messages.failures().stream().anyMatch(text -> text.contains(".png, .svg or .csv")));
        asyncFx(() -> messages.close(messages.failures().getFirst())).get();
    }

    private static void scroll(Node node, double x, double y, double delta) {
        Point2D scene = node.localToScene(x, y);
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, scene.getX(), scene.getY(), bounds.getMinX() + x, bounds.getMinY() + y, false, false, false, false, false, false,
                0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(node, scene.getX(), scene.getY())));
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
        Point2D scene = node.localToScene(x, y);
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        Event.fireEvent(node, new MouseEvent(type, scene.getX(), scene.getY(), bounds.getMinX() + x, bounds.getMinY() + y,
                clicks > 0 ? MouseButton.PRIMARY : MouseButton.NONE, clicks, false, false, false, false, false, false, false, false, false, true,
                new PickResult(node, scene.getX(), scene.getY())));
    }

    private static ChartExplorer chart(FxRobot robot) {
        return robot.lookup("#runs-chart").queryAs(ChartExplorer.class);
    }

    private static List<RunRow> rows(FxRobot robot) {
        return robot.lookup(".run-row").queryAllAs(RunRow.class).stream().toList();
    }

    private static RunRow row(FxRobot robot, Run run) {
        return rows(robot).stream().filter(each -> each.run() == run).findFirst().orElseThrow();
    }

    private static List<String> cells(FxRobot robot) {
        Stream<Node> cells = robot.lookup("#compare-table").queryParent().getChildrenUnmodifiable().stream();
        return cells.filter(Label.class::isInstance).map(each -> ((Label) each).getText()).toList();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        untilFx(() -> Screenshots.isDrawn(stage.getScene()));
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
