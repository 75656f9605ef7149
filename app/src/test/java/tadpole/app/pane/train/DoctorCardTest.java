package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
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
class DoctorCardTest {

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
    void aFailureFromTheShelfIsRunNamedAndConfirmed(FxRobot robot) throws Exception {
        openFailure(robot, "failure-rate-too-high");
        asyncFx(() -> pane.openRoom("inside")).get();
        asyncFx(() -> pane.model().startOrPause()).get();
        untilFx(() -> pane.model().state() == WorkState.ENDED);

        until(() -> words(robot, "#doctor-cause").contains("The learning rate is too high"));
        assertThat(text(robot, "#doctor-when")).isEqualTo("looks at every epoch");
        assertThat(words(robot, "#doctor-cause")).anySatisfy(each -> assertThat(each).startsWith("The loss began at 2.29, a batch's went up to").endsWith("Try rate 0.05: does it end lower?"));
        assertThat(words(robot, "#doctor-first-loss")).containsExactly("First loss is that of chance", "2.29, and ln 10 = 2.303");
        assertThat(text(robot, "#doctor-others")).contains("All units of a layer are silent");
        picture("doctor-cause");

        assertThat(robot.lookup("#doctor-try").queryAs(Button.class).getText()).matches("Try it, \\d+ s");
        robot.clickOn("#doctor-try");
        until(() -> text(robot, "#doctor-try-result").startsWith("confirmed: ends at 0."));
        picture("doctor-confirmed");

        asyncFx(() -> pane.lab().lookAt(run(), 1)).get();
        until(() -> text(robot, "#doctor-when").equals("as of step 1"));
        assertThat(robot.lookup("#doctor-cause").tryQuery()).isEmpty();
        picture("doctor-scrubbed");

        asyncFx(() -> pane.lab().lookAtNow()).get();
        until(() -> robot.lookup("#doctor-try-keep").tryQuery().isPresent());
        asyncFx(() -> robot.lookup("#doctor-try-keep").queryAs(Hyperlink.class).fire()).get();
        untilFx(() -> pane.lab().runs().size() == 2 && pane.lab().runs().getLast().state() == WorkState.ENDED);
        assertThat(asyncFx(() -> pane.lab().runs().getLast().nameProperty().get()).get()).isEqualTo("failure-rate-too-high, rate 0.05");

        asyncFx(() -> pane.openRoom("charts")).get();
        asyncFx(() -> pane.lab().lookAt(pane.lab().runs().getFirst())).get();
        until(() -> text(robot, "#line").contains("The doctor says: The learning rate is too high."));
        picture("doctor-in-charts");
    }

    @Test
    void aRunThatLostItsNumbersIsExplainedToo(FxRobot robot) throws Exception {
        openFailure(robot, "failure-exploding-gradients");
        asyncFx(() -> pane.openRoom("inside")).get();
        asyncFx(() -> pane.model().startOrPause()).get();
        untilFx(() -> pane.model().state() == WorkState.FAILED);

        until(() -> words(robot, "#doctor-cause").contains("Gradients explode"));
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        picture("doctor-light");
        robot.clickOn("#doctor-try");
        until(() -> text(robot, "#doctor-try-result").endsWith(" instead of NaN"));
    }

    @Test
    void whoOpensTheRoomAfterTheRunSeesWhatWasFound(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#last-change").tryQuery().isPresent());
        assertThat(robot.lookup("#last-change").query().isVisible()).as("nothing was changed yet").isFalse();
        openFailure(robot, "failure-rate-too-high");
        asyncFx(() -> pane.model().startOrPause()).get();
        untilFx(() -> pane.model().state() == WorkState.ENDED);

        asyncFx(() -> pane.openRoom("inside")).get();

        until(() -> words(robot, "#doctor-cause").contains("The learning rate is too high"));
        assertThat(text(robot, "#moment-rate")).isEqualTo("5");
    }

    private void openFailure(FxRobot robot, String name) throws Exception {
        MenuButton examples = robot.lookup("#examples").queryAs(MenuButton.class);
        untilFx(() -> !examples.getItems().isEmpty());
        Menu shelf = asyncFx(() -> (Menu) examples.getItems().stream().filter(each -> each.getText().equals("Failures to learn from")).findFirst().orElseThrow()).get();
        assertThat(shelf.getItems()).hasSizeGreaterThanOrEqualTo(10);
        asyncFx(() -> shelf.getItems().stream().filter(item -> item.getId().equals("example-" + name)).findFirst().orElseThrow().fire()).get();
        untilFx(() -> pane.model().form().experiment().name().equals(name) && pane.model().startable().get());
    }

    private static List<String> words(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().map(row -> row.lookupAll(".doctor-words > .label")).orElse(Set.of()).stream()
                .filter(Node::isVisible).map(each -> ((Label) each).getText()).toList();
    }

    private Run run() {
        return pane.lab().runProperty().get().orElseThrow();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
