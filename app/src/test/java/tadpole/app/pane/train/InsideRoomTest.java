package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
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
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Relu;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class InsideRoomTest {

    private Stage stage;
    private TrainPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
        FrontPane front = new FrontPane(List.of(entry), "train");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.DARK), front);
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
    void looksIntoTheBundledDigitsLiveAndBackInTime(FxRobot robot) throws Exception {
        ready();
        asyncFx(() -> pane.openRoom("inside")).get();
        until(() -> text(robot, "#inside-words").endsWith("of 100 units as 28 × 28 pictures, step 0"));
        until(() -> text(robot, "#silent-count").endsWith(" of 100"));
        picture("inside-start");

        asyncFx(() -> pane.model().startOrPause()).get();
        untilFx(() -> !run().vitals().all().isEmpty() && run().standsAt() > 50);
        untilFx(() -> pane.model().state() == WorkState.ENDED);
        long end = asyncFx(() -> run().standsAt()).get();
        until(() -> text(robot, "#inside-words").endsWith("step " + Numbers.count(end)));
        until(() -> text(robot, "#silent-words").startsWith("never above zero on "));
        assertThat(robot.lookup("#silent-bar").queryAs(ProgressBar.class).getProgress()).isBetween(0.0, 1.0);
        picture("inside-ended");

        robot.clickOn("#inside-view-histograms");
        picture("inside-histograms");
        robot.clickOn("#inside-view-rate");
        picture("inside-rate");
        robot.clickOn("#inside-view-updates");

        long early = asyncFx(() -> run().past().steps()[1]).get();
        asyncFx(() -> pane.lab().lookAt(run(), early)).get();
        until(() -> text(robot, "#inside-words").endsWith("step " + Numbers.count(early)));
        picture("inside-scrubbed");

        robot.clickOn("#inside-wall");
        until(() -> text(robot, "#inside-unit-title").startsWith("Weights of linear 1, unit "));
        picture("inside-unit");
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#inside-unit").queryAs(Region.class).isVisible());
        assertThat(pane.model().state()).isEqualTo(WorkState.ENDED);
    }

    @Test
    void showsKernelsActivationsAndGradientsOfAConvolutionalNet(FxRobot robot) throws Exception {
        ready();
        asyncFx(() -> pane.openRoom("inside")).get();
        until(() -> text(robot, "#inside-words").contains("of 100 units"));
        asyncFx(() -> {
            Experiment was = pane.model().form().experiment();
            pane.model().form().show(was.withLayers(List.of(
                    Conv2d.RECIPE.with(Map.of("out", 6, "kernel", 5)), Relu.RECIPE.standard(), MaxPool2d.RECIPE.standard(),
                    Flatten.RECIPE.standard(), Linear.RECIPE.with(Map.of("out", 10)))));
            return true;
        }).get();
        until(() -> text(robot, "#inside-words").startsWith("all 6 filters, 5 × 5"));
        until(() -> text(robot, "#silent-count").endsWith(" of 6"));

        asyncFx(() -> pane.model().startOrPause()).get();
        untilFx(() -> run().standsAt() > 20);
        asyncFx(() -> pane.model().startOrPause()).get();
        untilFx(() -> pane.model().state() == WorkState.PAUSED);
        picture("inside-kernels");

        choose(robot, "#inside-kind", 1);
        choose(robot, "#inside-layer", "relu1");
        until(() -> text(robot, "#inside-words").startsWith("all 6 channels, 24 × 24 of test image 1"));
        robot.clickOn("#inside-image-next");
        until(() -> text(robot, "#inside-words").contains("test image 2"));
        picture("inside-activations");

        choose(robot, "#inside-kind", 2);
        choose(robot, "#inside-layer", "conv2d1");
        until(() -> text(robot, "#inside-words").contains("over the ") && text(robot, "#inside-words").startsWith("all 6 filters"));
        picture("inside-gradients");
        choose(robot, "#inside-layer", "linear1");
        until(() -> text(robot, "#inside-words").contains("60 unit by channel pictures, 12 × 12 over the last batch"));
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        picture("inside-matrix-light");
    }


    private void ready() throws Exception {
        until(() -> pane != null && pane.model().startable().get());
    }

    private Run run() {
        return pane.lab().runProperty().get().orElseThrow();
    }

    private static <T> void choose(FxRobot robot, String query, T wanted) throws Exception {
        @SuppressWarnings("unchecked")
        ComboBox<T> box = robot.lookup(query).queryAs(ComboBox.class);
        if (wanted instanceof Integer index) {
            asyncFx(() -> box.getSelectionModel().select(index.intValue())).get();
        } else {
            untilFx(() -> box.getItems().contains(wanted));
            asyncFx(() -> box.setValue(wanted)).get();
        }
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        untilFx(() -> Screenshots.isDrawn(stage.getScene()));
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
