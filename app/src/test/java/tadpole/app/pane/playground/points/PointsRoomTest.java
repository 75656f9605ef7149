package tadpole.app.pane.playground.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.untilFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;
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

@ExtendWith(ApplicationExtension.class)
class PointsRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private PointsRoom room;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("playground", "Playground", Material2OutlinedAL.BUBBLE_CHART, PaneEntry.Group.UNDERSTAND, with -> {
            room = new PointsRoom(with);
            return room;
        });
        FrontPane front = new FrontPane(List.of(entry), "playground");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.DARK), front);
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
    void trainsStepsEditsOpensAndBringsBack(FxRobot robot) throws Exception {
        untilFx(() -> model().look().columns() != null);
        picture("points-ready");
        assertThat(text(robot, "#points-line")).startsWith("At its start");

        // However slow the machine is, it still runs when one pauses it.
        asyncFx(() -> model().forms().plan().field("epochs").enter("100000")).get();
        robot.clickOn("#points-start");
        untilFx(() -> model().look().step() > 700);
        picture("points-running");
        robot.clickOn("#points-map-title").type(KeyCode.SPACE);
        untilFx(() -> model().state() == WorkState.PAUSED);
        assertThat(buttonText(robot, "#points-start")).isEqualTo("Go on");
        untilFx(() -> model().look().test().orElseThrow().accuracy() > 0.9);

        Unit neuron = new Unit(2, 2);
        robot.moveTo(at(robot, neuron));
        untilFx(() -> model().look().shown().equals(Optional.of(neuron)));
        assertThat(text(robot, "#points-map-title")).isEqualTo("Layer 2, neuron 3, now");
        assertThat(text(robot, "#points-told")).startsWith("Layer 2, neuron 3");
        picture("points-neuron");

        long before = model().look().step();
        robot.type(KeyCode.S);
        untilFx(() -> model().look().step() == before + 1);

        byHand(robot);
        throughTheNetwork(robot);

        robot.clickOn("#points-map-title").type(KeyCode.R);
        untilFx(() -> model().state() == WorkState.READY && model().look().step() == 0);

        robot.clickOn("#layers-plus");
        robot.clickOn("#layer-3-minus");
        untilFx(() -> model().look().columns().sizes().equals(List.of(2, 6, 6, 5, 3)));
        robot.clickOn("#feature-x1x2");
        untilFx(() -> model().look().columns().size(0) == 3);
        picture("points-deeper");
        robot.clickOn("#points-map-title").push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z).push(KeyCode.SHORTCUT, KeyCode.Z);
        untilFx(() -> model().look().columns().sizes().equals(List.of(2, 6, 6, 3)));

        ownPoints(robot);
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        for (PlayScene scene : List.of(PlayScene.FEATURE, PlayScene.BLOBS)) {
            asyncFx(() -> room.pointsTools().open(scene)).get();
            robot.clickOn("#tempo-full").clickOn("#points-start");
            untilFx(() -> model().look().step() > 300);
            picture("points-" + scene.name().toLowerCase(Locale.ROOT));
        }
        robot.clickOn("#tempo-steady").clickOn("#points-reset").clickOn("#points-start");
        untilFx(() -> model().look().step() > 5);
        robot.clickOn("#points-map-title").type(KeyCode.ESCAPE);
        untilFx(() -> model().state() == WorkState.ENDED);
        assertThat(text(robot, "#points-line")).startsWith("Stopped.");

        fails(robot);
        largest();
    }

    private void byHand(FxRobot robot) throws Exception {
        Weight weight = new Weight(1, 0, 0);
        robot.moveTo(at(robot, weight));
        untilFx(() -> model().pointing().hoveredProperty().get().equals(Optional.of(weight)));
        assertThat(text(robot, "#points-told")).startsWith("Weight from x₁ to layer 1, neuron 1\nw = ");
        double old = model().weight(weight);
        robot.clickOn(at(robot, weight));
        untilFx(() -> robot.lookup("#weight-editor").query().isVisible());
        TextField field = robot.lookup("#weight-field").queryAs(TextField.class);
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write("1e39").type(KeyCode.ENTER);
        untilFx(() -> robot.lookup("#weight-refusal").query().isVisible());
        picture("points-refused");
        robot.clickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).write("-3.5").type(KeyCode.ENTER);
        untilFx(() -> model().weight(weight) == -3.5);
        picture("points-by-hand");
        robot.clickOn("#weight-arithmetic");
        untilFx(() -> model().xray().model().openProperty().get());
        picture("points-arithmetic");
        robot.type(KeyCode.ESCAPE);
        untilFx(() -> !model().xray().model().openProperty().get());
        robot.clickOn("#points-map-title").push(KeyCode.SHORTCUT, KeyCode.Z);
        untilFx(() -> model().weight(weight) == old);

        robot.clickOn(at(robot, new Bias(2, 0)));
        untilFx(() -> model().pointing().chosenProperty().get().equals(Optional.of(new Bias(2, 0))));
        robot.type(KeyCode.ESCAPE);
        untilFx(() -> model().pointing().chosenProperty().get().isEmpty());
    }

    private void throughTheNetwork(FxRobot robot) throws Exception {
        robot.clickOn("#points-map");
        untilFx(() -> model().look().picked().isPresent());
        assertThat(text(robot, "#points-line")).contains("A ").contains("%");
        picture("points-picked");
        robot.clickOn(at(robot, new Unit(2, 1)));
        untilFx(() -> model().xray().model().openProperty().get());
        picture("points-walk");
        robot.type(KeyCode.ESCAPE);
        untilFx(() -> !model().xray().model().openProperty().get());
        robot.clickOn("#points-train-loss");
        untilFx(() -> model().xray().model().openProperty().get());
        assertThat(text(robot, "#xray-words")).isEqualTo("Loss over all 420 training points");
        picture("points-loss");
        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        untilFx(() -> model().pointing().pickedProperty().get().isEmpty());
    }

    private void ownPoints(FxRobot robot) throws Exception {
        robot.clickOn("#kind-points");
        untilFx(() -> model().own().isOpen());
        int before = model().own().points().size();
        Node map = robot.lookup("#points-map").query();
        robot.clickOn("#brush-2").clickOn(robot.offset(map, 60, 60));
        untilFx(() -> model().own().points().size() == before + 1 && model().draft().classes() == 3);
        picture("points-own");
        robot.clickOn(robot.offset(map, 60, 60), MouseButton.SECONDARY);
        untilFx(() -> model().own().points().size() == before);
        Path table = Files.writeString(home.resolve("pond.csv"), "x1,x2,kind\n0.5,0.5,frog\n-0.5,0.5,newt\n-0.5,-0.5,frog\n0.5,-0.5,newt\n");
        asyncFx(() -> room.open(List.of(table))).get();
        untilFx(() -> model().draft().dataset().train().size() == 4);
    }

    private void fails(FxRobot robot) throws Exception {
        asyncFx(() -> {
            room.pointsTools().open(PlayScene.STACKED);
            model().forms().optimizer().pick(model().forms().optimizer().all().stream().filter(each -> each.type().equals("sgd")).findFirst().orElseThrow());
            model().forms().optimizer().form().field("rate").enter("10");
        }).get();
        robot.clickOn("#points-start");
        untilFx(() -> model().state() == WorkState.FAILED);
        assertThat(text(robot, "#points-line")).contains("Try a learning rate of 1.");
        picture("points-failed");
    }

    private void largest() throws Exception {
        asyncFx(() -> {
            Wiring deep = model().draft().wiring().deep(6).activated("tanh");
            for (int i = 0; i < 6; i++) {
                deep = deep.wide(i, 8);
            }
            model().forms().wire(deep);
        }).get();
        untilFx(() -> model().look().columns().last() == 7);
        picture("points-largest");
    }

    private PointsModel model() {
        return room.model();
    }

    private Point2D at(FxRobot robot, Spot spot) {
        Node network = robot.lookup("#points-network").query();
        Diagram diagram = new Diagram(model().draft().columns(), network.getLayoutBounds().getWidth(), network.getLayoutBounds().getHeight(), 1);
        return switch (spot) {
            case Unit unit -> network.localToScreen(diagram.x(unit.column()), diagram.y(unit));
            case Weight weight -> network.localToScreen(diagram.middle(weight), (diagram.fromY(weight) + diagram.toY(weight)) / 2);
            case Bias bias -> network.localToScreen(diagram.biasX(bias), diagram.biasY(bias));
        };
    }

    private static String buttonText(FxRobot robot, String id) {
        return robot.lookup(id).queryButton().getText();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
