package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tadpole.app.Screenshots;
import tadpole.app.job.Jobs;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Device;

/** The shell as a person uses it, with demo panes. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private final Jobs jobs = Jobs.ofTheWindow();
    private final Messages messages = new Messages();
    private final Theme theme = new Theme(Theme.Kind.LIGHT);
    private final DemoPane.Made made = new DemoPane.Made();
    private final FrontPane front = new FrontPane(made.entries(), "data");
    private final TypeSize size = new TypeSize(TypeSize.STANDARD);
    private Stage stage;
    private Window window;

    /** Reports how far it is and waits to be stopped. */
    private record Waiting(String name, Progress progress) implements Job<String> {

        @Override
        public JobOutcome<String> run(JobControl control) {
            control.report(progress);
            while (control.proceed()) {
                Thread.onSpinWait();
            }
            return new JobOutcome.Stopped<>("so far");
        }
    }

    @Start
    void show(Stage stage) {
        this.stage = stage;
        Fonts.load();
        Desk desk = new Desk(new Workspace(), jobs, Device.plain(), messages, theme, front);
        window = new Window(stage, desk, front, size);
        window.show(Remembered.NOTHING);
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void stopJobs() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, jobs::stopAll);
    }

    private Scene scene() {
        return stage.getScene();
    }

    private void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private void screenshot(String name) {
        onFx(() -> Screenshots.take(scene(), name));
    }

    @Test
    void theRailLeadsToThePanesAndMakesEachOnce(FxRobot robot) {
        assertThat(made.views()).containsOnlyKeys("data");

        robot.clickOn("#rail-train");
        robot.clickOn("#rail-data");
        robot.clickOn("#rail-train");

        assertThat(robot.lookup("#pane-title").queryAs(Label.class).getText()).isEqualTo("Train");
        assertThat(robot.lookup("#rail-train").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(robot.lookup("#rail-data").queryAs(ToggleButton.class).isSelected()).isFalse();
        assertThat(made.views()).containsOnlyKeys("data", "train");
        assertThat(made.count()).isEqualTo(2);
    }

    @Test
    void theThemeChangesEverythingAtOnce(FxRobot robot) {
        screenshot("shell-light");
        robot.clickOn("#rail-settings");
        robot.clickOn("#theme-dark");

        assertThat(theme.kind()).isEqualTo(Theme.Kind.DARK);
        assertThat(background("#rail")).isEqualTo(Color.web("#171E25"));
        screenshot("shell-settings-dark");

        robot.clickOn("#high-contrast");
        assertThat(theme.kind()).isEqualTo(Theme.Kind.DARK_HIGH_CONTRAST);
        screenshot("shell-settings-dark-contrast");

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#settings-card").tryQuery()).isEmpty();
        screenshot("shell-dark-contrast");
    }

    private Color background(String id) {
        var fills = ((Region) scene().lookup(id)).getBackground().getFills();
        return (Color) fills.getLast().getFill();
    }

    @Test
    void thePaletteFindsAnActionByItsName(FxRobot robot) {
        robot.press(KeyCode.CONTROL).press(KeyCode.K).release(KeyCode.K).release(KeyCode.CONTROL);
        screenshot("shell-palette");
        robot.write("dark the");
        robot.type(KeyCode.ENTER);

        assertThat(theme.kind()).isEqualTo(Theme.Kind.DARK);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
    }

    @Test
    void keysRunTheActionsOfThePaneInFront(FxRobot robot) {
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.S);
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL).press(KeyCode.O).release(KeyCode.O).release(KeyCode.CONTROL);
        assertThat(made.views().get("data").ran).containsExactly("start", "step", "stop", "open");

        robot.press(KeyCode.CONTROL).press(KeyCode.DIGIT2).release(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        robot.type(KeyCode.SPACE);
        assertThat(made.views().get("train").ran).containsExactly("start");
    }

    @Test
    void keysThatWriteStayWithATextField(FxRobot robot) {
        onFx(() -> scene().lookup("#run-batchSize").requestFocus());
        robot.type(KeyCode.S, KeyCode.SPACE, KeyCode.ESCAPE);

        assertThat(made.views().get("data").ran).isEmpty();
    }

    @Test
    void anActionThatIsNotPossibleNowDoesNothing(FxRobot robot) {
        onFx(() -> made.views().get("data").startable.set(false));
        robot.type(KeyCode.SPACE);

        assertThat(made.views().get("data").ran).isEmpty();
    }

    @Test
    void afterAClickOnAToolSpaceStillMeansStart(FxRobot robot) {
        onFx(() -> scene().lookup("#demo-tool").requestFocus());
        robot.type(KeyCode.SPACE);

        assertThat(made.views().get("data").ran).containsExactly("start");
    }

    @Test
    void everyRunningJobStandsInTheStatusBar(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#nothing-running").tryQuery()).isPresent();

        onFx(() -> {
            jobs.start(new Waiting("Training MNIST 784–100–10", new Progress(36, 100, "epoch 4 of 10")), _ -> {});
            jobs.start(new Waiting("Opening CIFAR-10", new Progress(2, 5, "data_batch_3.bin")), _ -> {});
        });
        await(() -> robot.lookup("#job-stage").queryAllAs(Label.class).stream().map(Label::getText).toList()
                .equals(List.of("epoch 4 of 10", "data_batch_3.bin")));
        assertThat(robot.lookup("#nothing-running").tryQuery()).isEmpty();
        assertThat(robot.lookup("#job-progress").queryAllAs(ProgressBar.class)).extracting(ProgressBar::getProgress).containsExactly(0.36, 0.4);

        onFx(() -> robot.lookup("#job-pause").queryAllAs(Button.class).iterator().next().fire());
        assertThat(robot.lookup("#job-remaining").queryAllAs(Label.class).iterator().next().getText()).isEqualTo("paused");
        onFx(() -> messages.done("CIFAR-10 opened in 0.4 s · 184 MB"));
        screenshot("shell-jobs");
        onFx(() -> List.of("Finding the rate of MNIST", "Racing four optimizers", "Harmonizing").forEach(name ->
                jobs.start(new Waiting(name, new Progress(1, 2, "half way")), _ -> {})));
        screenshot("shell-many-jobs");
        assertThat(robot.lookup("#more-jobs").queryAs(MenuButton.class).getItems()).hasSize(2);
        onFx(jobs::stopAll);
        await(() -> robot.lookup("#nothing-running").tryQuery().isPresent());
    }

    @Test
    void stoppingInTheStatusBarEndsTheJob(FxRobot robot) throws Exception {
        onFx(() -> jobs.start(new Waiting("Training", Progress.NONE), _ -> {}));

        onFx(() -> List.copyOf(robot.lookup("#job-stop").queryAllAs(Button.class)).forEach(Button::fire));
        await(() -> robot.lookup("#nothing-running").tryQuery().isPresent());
    }

    @Test
    void whatFailedStaysUntilItIsClosedOrSomethingSucceeds(FxRobot robot) {
        String sentence = "train-labels-idx1-ubyte.gz: 60000 labels, but train-images-idx3-ubyte.gz holds 59999 images. Download the pair again.";
        onFx(() -> messages.failed(sentence));
        assertThat(robot.lookup(".banner").queryAll()).hasSize(1);
        screenshot("shell-failed");

        onFx(() -> robot.lookup("#banner-close").queryAs(Button.class).fire());
        assertThat(robot.lookup(".banner").queryAll()).isEmpty();
        assertThat(robot.lookup("#message").queryAs(Label.class).getText()).isEmpty();

        onFx(() -> messages.failed(sentence));
        assertThat(robot.lookup(".banner").queryAll()).hasSize(1);

        onFx(() -> messages.done("CIFAR-10 opened."));
        assertThat(robot.lookup(".banner").queryAll()).isEmpty();
        assertThat(robot.lookup("#message").queryAs(Label.class).getText()).isEqualTo("CIFAR-10 opened.");
    }

    @Test
    void theDrawerFoldsAway(FxRobot robot) {
        Node drawer = scene().lookup("#drawer");
        assertThat(drawer.isVisible()).isTrue();

        robot.type(KeyCode.F9);
        assertThat(drawer.isVisible()).isFalse();
        assertThat(window.remembered().drawer()).isFalse();

        onFx(() -> ((Button) scene().lookup("#drawer-grip")).fire());
        assertThat(drawer.isVisible()).isTrue();

        robot.clickOn("#rail-gradients");
        assertThat(drawer.isVisible()).isFalse();
        assertThat(scene().lookup("#drawer-grip").isVisible()).isFalse();
    }

    @Test
    void theTypeSizeScalesTheWholeWindow(FxRobot robot) {
        double before = scene().lookup("#rail").getLayoutBounds().getWidth();
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        screenshot("shell-large-type");

        assertThat(before).isEqualTo(76);
        assertThat(scene().lookup("#rail").getLayoutBounds().getWidth()).isBetween(98.0, 100.0);
        assertThat(((Label) scene().lookup("#pane-title")).getFont().getSize()).isBetween(23.3, 23.5);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(scene().lookup("#rail").getLayoutBounds().getWidth()).isEqualTo(76);
    }

    @Test
    void atEveryTypeSizeTheDrawerEndsAtTheWindowsEdge(FxRobot robot) {
        onFx(() -> {
            stage.setWidth(980);
            stage.setHeight(700);
        });
        for (int percent : List.of(85, 100, 115, 130, 150)) {
            onFx(() -> scaleTo(percent));
            Node drawer = scene().lookup("#drawer");
            Node header = scene().lookup("#header");

            assertThat(drawer.localToScene(drawer.getLayoutBounds()).getMaxX()).isCloseTo(scene().getWidth(), within(1.0));
            assertThat(header.localToScene(header.getLayoutBounds()).getMaxX()).isCloseTo(scene().getWidth(), within(1.0));
        }
    }

    private void scaleTo(int percent) {
        size.standard();
        while (size.percent() > percent) {
            size.smaller();
        }
        while (size.percent() < percent) {
            size.larger();
        }
    }

    @Test
    void droppedFilesGoToThePaneThatTakesThem() {
        onFx(() -> front.open("gradients"));

        onFx(() -> assertThat(window.open(List.of(Path.of("mnist")))).isTrue());

        assertThat(front.entry().map(PaneEntry::id)).contains("data");
        assertThat(made.views().get("data").opened).containsExactly(Path.of("mnist"));
    }

    @Test
    void aFileThatNobodyCanOpenIsSaid(FxRobot robot) {
        made.refuseFiles();

        onFx(() -> assertThat(window.open(List.of(Path.of("holiday.mp4")))).isFalse());

        assertThat(messages.lastProperty().get()).isEqualTo(new Messages.Message(Messages.Kind.FAILED, "Nothing here can open holiday.mp4. "
                + "Drop a data set (IDX, CIFAR-10, a folder or an archive of them), a picture (PNG, JPEG, BMP, GIF, TIFF), a text (TXT), an experiment file or weights."));
        assertThat(robot.lookup(".banner").queryAll()).hasSize(1);
    }

    @Test
    void remembersWhereItStood() {
        onFx(() -> {
            stage.hide();
            window.show(new Remembered(Optional.of(new Rectangle2D(5000, -900, 1024, 700)), false, Theme.Kind.LIGHT, 100, "data", false));
        });

        Remembered now = window.remembered();
        assertThat(now.place()).isPresent();
        assertThat(now.place().orElseThrow().getMinX()).isLessThan(1000);
        assertThat(now.drawer()).isFalse();
        assertThat(now.pane()).isEqualTo("data");
    }

    @Test
    void aRefusedEntryIsMarkedAtItsField(FxRobot robot) {
        TextField field = robot.lookup("#run-epochs").queryAs(TextField.class);
        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write("0").type(KeyCode.ENTER);

        Label refusal = robot.lookup("#run-epochs-refusal").queryAs(Label.class);
        assertThat(refusal.isVisible()).isTrue();
        assertThat(refusal.getText()).isEqualTo("Epochs (\"epochs\") must be between 1 and 10000, but is 0.");
        screenshot("shell-form-refused");

        robot.type(KeyCode.ESCAPE);
        assertThat(refusal.isVisible()).isFalse();
        assertThat(field.getText()).isEqualTo("10");
    }

    @Test
    void theSliderAndItsFieldAgree(FxRobot robot) {
        Slider slider = robot.lookup("#optimizer-rate-slider").queryAs(Slider.class);
        TextField field = robot.lookup("#optimizer-rate").queryAs(TextField.class);
        assertThat(slider.getValue()).isEqualTo(-2);

        onFx(() -> slider.setValue(-1.5));
        assertThat(field.getText()).isEqualTo("0.032");

        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write("0.005").type(KeyCode.ENTER);
        assertThat(slider.getValue()).isCloseTo(Math.log10(0.005), within(1e-9));

        onFx(() -> robot.lookup("#optimizer-more").queryAs(Hyperlink.class).fire());
        assertThat(robot.lookup("#optimizer-weightDecay").query().isVisible()).isTrue();
        screenshot("shell-form");
    }

    @Test
    void measuresAreThoseOfTheDesign() {
        assertThat(scene().lookup("#header").getLayoutBounds().getHeight()).isEqualTo(56);
        assertThat(scene().lookup("#rail").getLayoutBounds().getWidth()).isEqualTo(76);
        assertThat(scene().lookup("#drawer").getLayoutBounds().getWidth()).isEqualTo(288);
        assertThat(scene().lookup("#status-bar").getLayoutBounds().getHeight()).isEqualTo(36);
        assertThat(scene().lookup("#demo-main").getLayoutBounds().getHeight()).isEqualTo(32);
        assertThat(scene().lookup("#run-batchSize").getLayoutBounds().getHeight()).isEqualTo(28);
    }
}
