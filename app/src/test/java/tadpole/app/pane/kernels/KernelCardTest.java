package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Jobs;
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
import tadpole.engine.convolution.Kernel;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class KernelCardTest {

    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    private Stage stage;
    private Desk desk;
    private KernelsModel kernels;

    /** The card on the stage, the section in the drawer. */
    private record Alone(KernelsModel kernels, HBox stage, KernelSection section) implements PaneView {

        static Alone of(Desk desk) {
            KernelsModel kernels = new KernelsModel(desk, Runnable::run);
            VBox card = new VBox(new KernelCard(kernels));
            card.getStyleClass().add("card");
            card.setStyle("-fx-padding: 16px;");
            HBox stage = new HBox(card);
            stage.setStyle("-fx-padding: 24px; -fx-alignment: top-left;");
            return new Alone(kernels, stage, new KernelSection(kernels));
        }

        @Override
        public Optional<Node> drawer() {
            return Optional.of(section);
        }

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

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            Alone alone = Alone.of(with);
            kernels = alone.kernels();
            return alone;
        });
        FrontPane front = new FrontPane(List.of(entry), "kernels");
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
    void editsTheKernelEveryWay(FxRobot robot) throws Exception {
        picture("kernel-card-first");
        assertThat(text(robot, "#kernel-name")).isEqualTo("Sobel, horizontal change");
        assertThat(text(robot, "#kernel-facts")).isEqualTo("sum 0 · separable:");
        assertThat(text(robot, "#kernel-factors")).isEqualTo("[1 2 1]ᵀ · [-1 0 1]");
        assertThat(text(robot, "#kernel-saving")).isEqualTo("9 multiplications become 6");

        robot.clickOn("#kernel-cell-0-1").write("abc").type(KeyCode.ENTER);
        assertThat(text(robot, "#kernel-refusal")).startsWith("\"abc\" is no number");
        assertThat(kernels.kernel()).isEqualTo(SOBEL);
        picture("kernel-card-refused");
        robot.type(KeyCode.ESCAPE);
        assertThat(text(robot, "#kernel-refusal")).isEmpty();

        robot.clickOn("#kernel-cell-0-0").write("5").type(KeyCode.TAB).write("1/9").type(KeyCode.ENTER);
        assertThat(kernels.kernel()).isEqualTo(SOBEL.with(0, 0, 5).with(0, 1, 1 / 9f));
        assertThat(text(robot, "#kernel-name")).isEqualTo("Sobel, horizontal change, edited");
        robot.type(KeyCode.DOWN, KeyCode.RIGHT).write("7").type(KeyCode.ENTER);
        assertThat(kernels.kernel().at(2, 2)).as("arrows choose, a digit types").isEqualTo(7);
        picture("kernel-card-edited");
        for (int i = 0; i < 3; i++) {
            undo();
        }
        assertThat(kernels.kernel()).isEqualTo(SOBEL);

        drag(robot, "#kernel-cell-1-1", -40);
        assertThat(kernels.kernel().at(1, 1)).as("a drag by 40 pixels up").isEqualTo(1f);
        undo();
        assertThat(kernels.kernel()).as("one drag is one step").isEqualTo(SOBEL);
        wheel(robot, "#kernel-cell-2-0", 80);
        assertThat(kernels.kernel().at(2, 0)).as("two notches of the wheel").isEqualTo(-0.8f);
        undo();
        assertThat(kernels.kernel()).isEqualTo(SOBEL);
    }

    @Test
    void picksPresetsSizesAndTreatment(FxRobot robot) throws Exception {
        robot.clickOn("#kernel-preset-gabor");
        enter(robot, "#kernel-setting-angle", "30");
        assertThat(text(robot, "#kernel-name")).isEqualTo("Gabor, 30°, wavelength 4");
        assertThat(text(robot, "#kernel-size")).isEqualTo("7 × 7, rounded");
        picture("kernel-card-gabor");
        enter(robot, "#kernel-size-field", "9");
        picture("kernel-card-nine");
        assertThat(robot.lookup(".kernel-cell").queryAll()).hasSize(81);

        robot.clickOn("#kernel-response");
        waitForFxEvents();
        robot.moveTo("#response-picture");
        assertThat(text(robot, "#response-reading")).startsWith("fx 0.000, fy 0.000");
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(robot.lookup("#response-plane").query().getScene(), "kernel-card-response")).get();
        robot.type(KeyCode.ESCAPE);

        robot.clickOn("#kernel-preset-sobel");
        waitForFxEvents();
        enter(robot, "#kernel-gain", "0.25");
        robot.interact(() -> kernels.change(plan -> plan.withFlip(true)));
        robot.clickOn("#kernel-used");
        waitForFxEvents();
        assertThat(text(robot, "#kernel-treatment")).isEqualTo("As used: × 0.25, turned by half a turn.");
        assertThat(((KernelCell) robot.lookup("#kernel-cell-1-0").query()).text()).isEqualTo("0.5");
        picture("kernel-card-used");
        robot.interact(() -> desk.theme().show(Theme.Kind.DARK));
        robot.clickOn("#kernel-typed");
        picture("kernel-card-dark");
    }

    private void undo() throws Exception {
        asyncFx(kernels::undo).get();
        waitForFxEvents();
    }

    private static void enter(FxRobot robot, String id, String words) {
        waitForFxEvents();
        TextField field = robot.lookup(id).queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.setText(words);
            field.fireEvent(new ActionEvent());
        });
        waitForFxEvents();
    }

    private static void drag(FxRobot robot, String id, int down) {
        Node node = robot.lookup(id).query();
        Bounds at = node.localToScreen(node.getLayoutBounds());
        robot.moveTo(at.getCenterX(), at.getCenterY()).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 10; i++) {
            robot.moveTo(at.getCenterX(), at.getCenterY() + down * i / 10.0);
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
    }

    private static void wheel(FxRobot robot, String id, double delta) {
        Node cell = robot.lookup(id).query();
        Bounds at = cell.localToScene(cell.getLayoutBounds());
        robot.interact(() -> cell.getParent().fireEvent(new ScrollEvent(ScrollEvent.SCROLL, at.getCenterX(), at.getCenterY(), 0, 0, false, false, false, false,
                false, false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.LINES, 3, 0, null)));
        waitForFxEvents();
    }

    private static String text(FxRobot robot, String id) {
        waitForFxEvents();
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
