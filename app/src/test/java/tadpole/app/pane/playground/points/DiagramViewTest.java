package tadpole.app.pane.playground.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.untilFx;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Weight;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class DiagramViewTest {

    private static final Weight WEIGHT = new Weight(1, 0, 0);

    private Desk desk;
    private PointsModel model;

    @Start
    private void start(Stage stage) {
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
        model = new PointsModel(desk, new Background("test"), Inks.of(token -> token.hashCode() & 0xFFFFFF));
        XRayLayer layer = new XRayLayer(model.xray().model());
        stage.setScene(new Scene(new StackPane(new DiagramView(model, desk.theme(), new LookImages(), layer), layer), 900, 600));
        stage.show();
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private void step() throws Exception {
        long before = model.look().step();
        asyncFx(model::step).get();
        untilFx(() -> model.look().step() == before + 1 && model.state() == WorkState.PAUSED);
    }

    private void choose(Columns.Number number) throws Exception {
        asyncFx(() -> model.pointing().chosenProperty().set(Optional.of(number))).get();
        waitForFxEvents();
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#weight-field").queryAs(TextField.class);
    }

    @Test
    void whatOneTypesReplacesTheWeightWhileItTrains(FxRobot robot) throws Exception {
        untilFx(() -> model.look().columns() != null);
        choose(WEIGHT);
        step();
        step();
        assertThat(field(robot).getSelectedText()).isNotEmpty().isEqualTo(field(robot).getText());

        robot.write("3");
        step();
        assertThat(field(robot).getText()).isEqualTo("3");
        robot.type(KeyCode.ENTER);
        untilFx(() -> model.weight(WEIGHT) == 3);
        step();
        assertThat(field(robot).getText()).isEqualTo("3");
        assertThat(model.weight(WEIGHT)).isNotEqualTo(3).isBetween(2.8, 3.2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NaN | A weight is a finite number from -3.4e38 to 3.4e38, not NaN.",
        "-Infinity | A weight is a finite number from -3.4e38 to 3.4e38, not -Infinity.",
        "1e39 | A weight is a finite number from -3.4e38 to 3.4e38, not 1e39.",
        "frog | A weight is a number such as -0.75, not \"frog\".",
        "'' | A weight is a number such as -0.75, not \"\".",
    })
    void saysWhyAWeightIsRefusedUntilAnotherIsTaken(String typed, String why, FxRobot robot) throws Exception {
        untilFx(() -> model.look().columns() != null);
        choose(WEIGHT);
        step();
        double before = model.weight(WEIGHT);
        asyncFx(() -> field(robot).setText(typed)).get();
        robot.clickOn("#weight-field").type(KeyCode.ENTER);
        Label refusal = robot.lookup("#weight-refusal").queryAs(Label.class);

        assertThat(refusal.getText()).isEqualTo(why);
        assertThat(refusal.isVisible()).isTrue();
        untilFx(() -> bottom(robot, "#weight-slider") <= bottom(robot, "#weight-editor"));
        assertThat(field(robot).getStyleClass()).contains("refused");
        assertThat(model.weight(WEIGHT)).isEqualTo(before);
        step();
        assertThat(field(robot).getText()).isEqualTo(typed);

        robot.clickOn("#weight-field").push(KeyCode.SHORTCUT, KeyCode.A).write("-0.5").type(KeyCode.ENTER);
        untilFx(() -> model.weight(WEIGHT) == -0.5);
        assertThat(refusal.isVisible()).isFalse();
        assertThat(field(robot).getStyleClass()).doesNotContain("refused");
    }

    @Test
    void theFieldFollowsTheSliderAnotherWeightAndTheRunOnceItIsLeft(FxRobot robot) throws Exception {
        untilFx(() -> model.look().columns() != null);
        choose(WEIGHT);
        asyncFx(() -> robot.lookup("#weight-slider").queryAs(Slider.class).setValue(1.5)).get();
        untilFx(() -> model.weight(WEIGHT) == 1.5);
        assertThat(field(robot).getText()).isEqualTo("1.5");

        robot.clickOn("#weight-field").push(KeyCode.SHORTCUT, KeyCode.A).write("7");
        Bias bias = new Bias(2, 0);
        choose(bias);
        assertThat(field(robot).getText()).isEqualTo(Float.toString((float) model.weight(bias)));

        asyncFx(() -> robot.lookup("#points-network").query().requestFocus()).get();
        step();
        assertThat(field(robot).getText()).isEqualTo(Float.toString((float) model.weight(bias)));
    }

    @Test
    void theControlsOfALayerStayOverItWhenTheRateChanges(FxRobot robot) throws Exception {
        untilFx(() -> model.look().columns() != null);
        waitForFxEvents();
        double first = left(robot, "#layer-1-count");
        double second = left(robot, "#layer-2-count");
        assertThat(first).isBetween(100.0, second - 50);

        asyncFx(() -> model.forms().optimizer().form().field("rate").enter("0.005")).get();
        waitForFxEvents();

        assertThat(left(robot, "#layer-1-count")).isEqualTo(first);
        assertThat(left(robot, "#layer-2-count")).isEqualTo(second);
    }

    @Test
    void theControlsOfALayerStayOverItWhenItsActivationChanges(FxRobot robot) throws Exception {
        untilFx(() -> model.look().columns() != null);
        waitForFxEvents();
        double second = left(robot, "#layer-2-count");

        asyncFx(() -> model.forms().wire(model.draft().wiring().activated(1, "relu"))).get();

        untilFx(() -> Math.abs(left(robot, "#layer-2-count") - second) < 20);
    }

    private static double bottom(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    private static double left(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }
}
