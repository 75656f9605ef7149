package tadpole.app;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import tadpole.engine.dataset.FoundDataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

/** Renews the pictures of the README; no test of the build. How: docs/pictures/README.md. */
@ExtendWith(ApplicationExtension.class)
class ReadmePictures {

    private static final Path FOLDER = Path.of("..", "docs", "pictures");

    private final FrontPane front = new FrontPane(Panes.ALL, "data");
    private Desk desk;
    private Stage stage;

    @Start
    private void start(Stage window) {
        Fonts.load();
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), front);
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
    void all(FxRobot robot) throws Exception {
        open("tadpole-pond");
        until(() -> desk.jobs().running().isEmpty());
        take("data");

        open("tadpole-digits");
        var experiment = ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"));
        asyncFx(() -> desk.workspace().experimentProperty().set(Optional.of(experiment))).get();
        go("train");
        press(robot, "#start");
        until(() -> text(robot, "#epoch").contains("4"));
        press(robot, "#start");
        take("train");
        asyncFx(() -> robot.lookup("#room-inside").queryAs(ButtonBase.class).fire()).get();
        press(robot, "#start");
        until(() -> desk.jobs().running().isEmpty());
        until(() -> robot.lookup("#time-bar").tryQuery().isPresent());
        waitForCharts();
        waitForCharts();
        waitForCharts();
        take("inside");

        endOf(robot, "finder", "#find", "Find again");
        endOf(robot, "race", "#race", "Race again");
        endOf(robot, "gradients", "#check", "Check again");

        go("playground");
        press(robot, "#points-start");
        until(() -> step(text(robot, "#points-steps")) > 2400);
        press(robot, "#points-start");
        waitForCharts();
        take("playground");

        go("kernels");
        until(() -> !text(robot, "#window-result").isEmpty());
        waitForCharts();
        take("kernels");

        go("studio");
        until(() -> text(robot, "#harmonize-line").contains("About"));
        press(robot, "#harmonize-go");
        until(() -> text(robot, "#harmonize-headline").startsWith("Finished"));
        waitForCharts();
        take("studio");
    }

    @Test
    void text(FxRobot robot) throws Exception {
        go("text");
        press(robot, "#write-go");
        until(() -> desk.jobs().running().isEmpty() && text(robot, "#message").startsWith("Wrote"));
        waitForCharts();
        take("text");
    }

    /** Presses the pane's main button, and waits for the end of what it began. */
    private void endOf(FxRobot robot, String pane, String main, String after) throws Exception {
        go(pane);
        press(robot, main);
        until(() -> robot.lookup(main).queryAs(ButtonBase.class).getText().equals(after) && desk.jobs().running().isEmpty());
        waitForCharts();
        take(pane);
    }

    /** Charts are drawn at most ten times a second, beside the JavaFX thread. */
    private static void waitForCharts() throws Exception {
        long begun = System.nanoTime();
        until(() -> System.nanoTime() - begun > 1_000_000_000L);
    }

    private void open(String set) throws Exception {
        var dataset = FoundDataset.at(SampleData.data().resolve(set)).read(JobControl.UNWATCHED);
        asyncFx(() -> desk.workspace().datasetProperty().set(Optional.of(dataset))).get();
        waitForFxEvents();
    }

    private void go(String pane) throws Exception {
        asyncFx(() -> front.open(pane)).get();
        waitForFxEvents();
    }

    private void press(FxRobot robot, String button) throws Exception {
        until(() -> !robot.lookup(button).query().isDisabled());
        asyncFx(() -> robot.lookup(button).queryAs(ButtonBase.class).fire()).get();
    }

    /** The number that follows the word "step"; groups of digits stand apart. */
    private static int step(String words) {
        String digits = words.replaceAll("[^0-9·]", "").split("·", 2)[0];
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String text(FxRobot robot, String label) {
        Node node = robot.lookup(label).query();
        return ((Label) node).getText();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        waitFor(10, MINUTES, condition);
    }

    private void take(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.write(stage.getScene(), FOLDER.resolve(name + ".png"))).get();
    }
}
