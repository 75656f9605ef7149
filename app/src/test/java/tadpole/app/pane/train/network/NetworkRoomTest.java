package tadpole.app.pane.train.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
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
import tadpole.app.pane.train.LabPane;
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
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class NetworkRoomTest {

    private Stage stage;
    private LabPane lab;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
        FrontPane front = new FrontPane(List.of(entry), "train");
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

    private PaneView open(Desk with) {
        lab = LabPane.of(with, new Examples(SampleData.experiments(), List.of(SampleData.data())));
        return lab.view();
    }

    private void openLenet(FxRobot robot) throws Exception {
        until(() -> lab != null && lab.canStart());
        asyncFx(() -> lab.openRoom("network")).get();
        preset(robot, "preset-lenet5");
        until(() -> types().size() == 12);
    }

    @Test
    void buildsLenetByHand(FxRobot robot) throws Exception {
        openLenet(robot);
        assertThat(text(robot, "#network-name")).isEqualTo("LeNet-5, 12 layers");
        assertThat(text(robot, "#costs-parameters")).isEqualTo("61\u00A0706");
        assertThat(text(robot, "#edge-1 .edge-shape")).isEqualTo("6×28×28");
        assertNothingIsCutOff(robot);
        picture("network-lenet");

        robot.clickOn("#add-at-3");
        until(() -> robot.lookup("#palette-batchNorm2d").tryQuery().isPresent());
        picture("network-palette");
        asyncFx(() -> robot.lookup("#palette-batchNorm2d").queryAs(Button.class).fire()).get();
        until(() -> types().size() == 13);
        assertThat(types().get(3)).isEqualTo("batchNorm2d");

        drag(robot, "#layer-3", "#edge-1");
        until(() -> types().get(1).equals("batchNorm2d"));
        assertThat(types().subList(0, 4)).containsExactly("conv2d", "batchNorm2d", "relu", "maxPool2d");

        robot.clickOn("#layer-2");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        until(() -> types().subList(0, 4).equals(List.of("conv2d", "batchNorm2d", "maxPool2d", "relu")));
        robot.clickOn("#layer-copy");
        until(() -> types().size() == 14);
        robot.type(KeyCode.DELETE);
        robot.clickOn("#layer-0");
        until(() -> text(robot, "#layer-name").equals("conv2d1"));
        robot.clickOn("#layer-bias");
        until(() -> !layers().getFirst().settings().on("bias"));
        picture("network-edited");

        while (!robot.lookup("#network-undo").queryButton().isDisabled()) {
            robot.clickOn("#network-undo");
        }
        assertThat(types()).containsExactly("flatten", "linear", "relu", "linear");
        robot.clickOn("#network-redo");
        until(() -> types().size() == 12);
    }

    @Test
    void flagsWhatDoesNotFitAndMendsItByOneClick(FxRobot robot) throws Exception {
        openLenet(robot);
        robot.clickOn("#layer-3");
        robot.doubleClickOn("#layer-kernel").push(KeyCode.SHORTCUT, KeyCode.A).write("50").type(KeyCode.ENTER);
        until(() -> robot.lookup("#layer-3 .misfit-formula").tryQuery().isPresent());
        assertThat(text(robot, "#layer-3 .misfit-formula")).isEqualTo("(14 + 2·0 - 50)/1 + 1 = -35");
        until(() -> !lab.canStart());
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("network-misfit-dark");

        robot.clickOn("#layer-3 #repair-2");
        until(() -> robot.lookup(".misfit").tryQuery().isEmpty());
        assertThat(types()).startsWith("conv2d", "relu", "maxPool2d", "relu");
        until(() -> lab.canStart());
    }

    @Test
    void isTheSameAsText(FxRobot robot) throws Exception {
        openLenet(robot);
        robot.clickOn("#drawer-text");
        TextArea area = robot.lookup("#network-text").queryAs(TextArea.class);
        assertThat(area.getText()).startsWith("Conv2d(1, 6, kernel_size=5, padding=2");
        picture("network-text");

        asyncFx(() -> area.setText(area.getText().replace("ReLU()", "Tanh()"))).get();
        until(() -> types().contains("tanh"));
        asyncFx(() -> area.setText(area.getText().replace("Flatten()", "Flaten()"))).get();
        until(() -> text(robot, "#network-text-fault").startsWith("Line 7: "));
        assertThat(types()).contains("flatten");
        picture("network-text-fault");

        robot.clickOn("#network-text-give-up");
        until(() -> area.getText().contains("Flatten()"));
    }

    @Test
    void foldsEqualBlocksOfADeepNetworkAndIsNamedInTheDrawerOfCharts(FxRobot robot) throws Exception {
        openLenet(robot);
        preset(robot, "preset-resnet56");
        until(() -> types().size() == 32);
        assertThat(robot.lookup(".layer-card").queryAll()).hasSize(12);
        robot.clickOn("#layer-3");
        until(() -> robot.lookup("#inner-layers").tryQuery().isPresent());
        picture("network-resnet56");
        asyncFx(() -> robot.lookup("#network-fold").queryAs(ToggleButton.class).fire()).get();
        until(() -> robot.lookup(".layer-card").queryAll().size() == 34);

        asyncFx(() -> lab.openRoom("charts")).get();
        until(() -> text(robot, "#fixed-layers").equals("ResNet-56, 32 layers"));
        picture("network-in-charts");
        asyncFx(() -> robot.lookup("#edit-layers").queryAs(Hyperlink.class).fire()).get();
        until(() -> robot.lookup("#network-chain").tryQuery().isPresent());
    }

    @Test
    void saysThatEditsWaitWhileARunGoesOnAndHowFarTheEstimateWasOff(FxRobot robot) throws Exception {
        openLenet(robot);
        preset(robot, "preset-hidden100");
        until(() -> types().size() == 4 && lab.canStart());
        robot.clickOn("#epoch-measure");
        until(() -> text(robot, "#epoch-seconds").startsWith("≈ "));
        asyncFx(() -> {
            lab.epochs(1000);
            lab.start();
        }).get();
        until(() -> text(robot, "#epoch-detail").endsWith("% off"));
        assertThat(robot.lookup("#network-waits").query().isVisible()).isFalse();
        picture("network-estimate");

        robot.clickOn("#layer-2").type(KeyCode.DELETE);
        untilFx(() -> robot.lookup("#network-waits").query().isVisible());
        assertThat(robot.lookup("#network-branch").query().isVisible()).isTrue();
        picture("network-waits");
        asyncFx(() -> robot.lookup("#network-branch").queryAs(Button.class).fire()).get();
        untilFx(() -> lab.lab().runs().size() == 2);
        assertThat(lab.lab().runs().getLast().nameProperty().get()).endsWith("without ReLU");
    }

    private void assertNothingIsCutOff(FxRobot robot) throws Exception {
        asyncFx(() -> robot.lookup(".layer-card .label").queryAllAs(javafx.scene.control.Label.class).forEach(label ->
                assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(label.isWrapText() ? 1 : label.prefWidth(-1) - 0.5))).get();
        Node last = robot.lookup("#network-end").query();
        Node chain = robot.lookup("#network-chain").query();
        assertThat(bounds(last).getMaxY()).isLessThanOrEqualTo(bounds(chain).getMaxY() + 0.5);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void drag(FxRobot robot, String from, String to) {
        Point2D start = robot.point(from).query();
        Point2D end = robot.point(to).query();
        robot.moveTo(start).press(MouseButton.PRIMARY);
        IntStream.rangeClosed(1, 20).forEach(step -> robot.moveTo(start.interpolate(end, step / 20.0)));
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
    }

    private static void preset(FxRobot robot, String id) throws Exception {
        asyncFx(() -> robot.lookup("#network-presets").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getId().equals(id)).findFirst().orElseThrow().fire()).get();
        waitForFxEvents();
    }

    private List<Spec> layers() {
        return lab.lab().form().experiment().layers();
    }

    private List<String> types() {
        return layers().stream().map(Spec::type).toList();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
