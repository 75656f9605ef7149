package tadpole.app.pane.train.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
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
import tadpole.app.image.ImageWall;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.LabPane;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Run;
import tadpole.app.shell.Action;
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
import tadpole.engine.training.SampleChanges.Correction;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class MistakesRoomTest {

    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private Stage stage;
    private LabPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, with -> {
            pane = LabPane.of(with, new Examples(SampleData.experiments(), List.of(SampleData.data())));
            return pane.view();
        });
        FrontPane front = new FrontPane(List.of(entry), "train");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(1), messages, new Theme(Theme.Kind.DARK), front);
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
    void findsCorrectsAndTrainsAgain(FxRobot robot) throws Exception {
        until(() -> pane != null && pane.canStart());
        asyncFx(() -> {
            pane.epochs(3);
            pane.openRoom("mistakes");
            pane.start();
        }).get();
        Lab lab = pane.lab();
        until(() -> !lab.runs().isEmpty() && lab.runs().getFirst().state() == WorkState.ENDED);
        Run first = lab.runs().getFirst();
        untilFx(() -> text(robot, "#mistakes-line").endsWith("step " + Numbers.count(first.standsAt())));
        untilFx(() -> !text(robot, "#mistakes-line").contains(" of 1 "));
        MatrixView matrix = robot.lookup("#confusion-matrix").queryAs(MatrixView.class);
        String whole = text(robot, "#mistakes-line");

        untilFx(() -> robot.lookup("#picked-said").tryQuery().isPresent() && !text(robot, "#picked-said").isEmpty());
        untilFx(() -> text(robot, "#history-words").contains("recorded moments; band"));
        picture("mistakes-hardest");

        clicksACell(robot, matrix);
        relabelsAndLeavesOut(robot, lab);
        followsThroughTheLayers(robot);
        asksTheMoments(robot);
        trainsAgain(robot, lab);
        scrubs(robot, lab, first, whole);
    }

    private void clicksACell(FxRobot robot, MatrixView matrix) throws Exception {
        Cell cell = asyncFx(() -> {
            var pair = matrix.shown().orElseThrow().confusion().pairs().getFirst();
            return new Cell(pair.label(), pair.answer());
        }).get();
        Point2D middle = asyncFx(() -> matrix.localToScreen(matrix.middle(cell))).get();
        robot.clickOn(middle);
        untilFx(() -> matrix.chosenProperty().get().equals(Optional.of(cell)));
        untilFx(() -> text(robot, "#mistakes-wall-title").startsWith("%d read as %d: ".formatted(cell.label(), cell.answer())));
        untilFx(() -> text(robot, "#picked-said").startsWith("is %d, read as %d".formatted(cell.label(), cell.answer())));
        picture("mistakes-cell");

        robot.type(KeyCode.DOWN, KeyCode.UP);
        assertThat(matrix.chosenProperty().get()).contains(cell.label() == 9 ? new Cell(8, cell.answer()) : cell);
        asyncFx(() -> matrix.chosenProperty().set(Optional.of(cell))).get();
        untilFx(() -> text(robot, "#picked-said").startsWith("is %d, read as %d".formatted(cell.label(), cell.answer())));
    }

    private void relabelsAndLeavesOut(FxRobot robot, Lab lab) throws Exception {
        robot.clickOn("#part-training");
        untilFx(() -> text(robot, "#mistakes-line").contains("training images"));
        robot.clickOn("#order-hardest");
        untilFx(() -> text(robot, "#picked-where").startsWith("train #") && text(robot, "#mistakes-wall-title").contains("highest loss"));
        ImageWall wall = robot.lookup("#mistakes-wall").queryAs(ImageWall.class);
        asyncFx(wall::requestFocus).get();
        robot.type(KeyCode.HOME);
        untilFx(() -> wall.isFocused() && picked(robot).isPresent());
        Picked hard = picked(robot).orElseThrow();
        int other = hard.label() == 3 ? 5 : 3;

        asyncFx(() -> robot.lookup("#relabel").queryAs(MenuButton.class).getItems().get(other).fire()).get();
        untilFx(() -> text(robot, "#picked-marked").equals("Next training: relabeled as " + other));
        robot.type(KeyCode.RIGHT);
        untilFx(() -> picked(robot).filter(each -> each.sample() != hard.sample()).isPresent());
        Picked next = picked(robot).orElseThrow();
        robot.clickOn("#leave-out");
        untilFx(() -> text(robot, "#picked-marked").equals("Next training: left out"));
        assertThat(text(robot, "#picked-consequence")).startsWith("Training starts anew: left out, ");
        assertThat(lab.form().experiment().data().changes().corrections()).containsExactly(
                new Correction(false, hard.place(), OptionalInt.of(other)), new Correction(false, next.place(), OptionalInt.empty()));
        assertThat(robot.lookup("#train-again").queryAs(Button.class).getText()).isEqualTo("Train again with 2 corrections");
        picture("mistakes-corrected");

        robot.clickOn("#corrections-undo");
        untilFx(() -> robot.lookup("#train-again").queryAs(Button.class).getText().equals("Train again with 1 correction"));
        robot.clickOn("#leave-out");
        untilFx(() -> robot.lookup("#train-again").queryAs(Button.class).getText().equals("Train again with 2 corrections"));
    }

    private void followsThroughTheLayers(FxRobot robot) throws Exception {
        robot.clickOn("#follow-layers");
        untilFx(() -> robot.lookup("#walk-linear1").tryQuery().isPresent());
        picture("mistakes-layers");
        asyncFx(() -> pane.view().actions().stream().filter(each -> each.label().equals("Back to the wall")).map(Action::run).findFirst().orElseThrow().run()).get();
        untilFx(() -> !robot.lookup("#layer-walk").query().isVisible());
    }

    private void asksTheMoments(FxRobot robot) throws Exception {
        asyncFx(() -> robot.lookup("#order-changed").queryAs(ToggleButton.class).fire()).get();
        untilFx(() -> text(robot, "#mistakes-wall-title").contains("asked at "));
        picture("mistakes-changed");
        robot.clickOn("#order-hardest");
    }

    private void trainsAgain(FxRobot robot, Lab lab) throws Exception {
        robot.clickOn("#train-again");
        until(() -> lab.runs().size() == 2 && lab.runs().getLast().state() == WorkState.ENDED);
        Run second = lab.runs().getLast();
        assertThat(second.start().data().changes().corrections()).hasSize(2);
        assertThat(second.nameProperty().get()).isEqualTo("2 corrections");
        int all = second.dataset().train().size();
        untilFx(() -> text(robot, "#mistakes-line").contains(Numbers.count(all - 1) + " training images"));
        assertThat(robot.lookup("#train-again").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#see-charts").queryButton().isVisible()).isTrue();
    }

    private void scrubs(FxRobot robot, Lab lab, Run first, String whole) throws Exception {
        robot.clickOn("#part-test");
        asyncFx(() -> lab.lookAt(first, 0)).get();
        untilFx(() -> text(robot, "#mistakes-line").endsWith("step 0"));
        assertThat(text(robot, "#mistakes-line")).isNotEqualTo(whole);
        asyncFx(() -> lab.lookAt(first)).get();
        untilFx(() -> text(robot, "#mistakes-line").equals(whole));
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        picture("mistakes-light");
    }

    private static Optional<Picked> picked(FxRobot robot) {
        return robot.lookup("#mistakes-picked").queryAs(PickedPanel.class).shown();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
