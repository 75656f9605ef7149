package tadpole.app.pane.kernels.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.image.PlaneFiles;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.app.pane.kernels.TestBench;
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
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class WindowRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private Desk desk;
    private KernelsModel model;
    private PaneView pane;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            model = new KernelsModel(with, new Background("kernels"));
            pane = TestBench.pane(model);
            return pane;
        });
        FrontPane front = new FrontPane(List.of(entry), "kernels");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.LIGHT), front);
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
    void slidesWritesSumsAndFollowsEverySetting(FxRobot robot) throws Exception {
        until(() -> model.pictureProperty().get().isPresent());
        Picture frog = model.pictureProperty().get().orElseThrow();
        answered();
        assertThat(text(robot, "#pane-subtitle")).isEqualTo(frog.name() + " · gray");
        assertThat(text(robot, "#window-input-words")).isEqualTo("32 × 32, zero padding 1");
        picture("kernels-window");

        pointsAtAnOutputPixel(robot, 14, 12);
        typesIntoTheKernel(robot);
        pinsAndMoves(robot);
        slides(robot);
        changesStrideAndPadding(robot);
        mixesChannels(robot);
        hasSeveralFilters(robot);
        takesBack(robot);
        refuses(robot);
        keepsItsKernelInFiles(robot);
        largeKernelAndSmallWindow(robot);
    }

    private void pointsAtAnOutputPixel(FxRobot robot, int y, int x) throws Exception {
        hover(robot, "#window-output", y, x);
        until(() -> model.placeProperty().get().filter(new Place(0, y, x)::equals).isPresent());
        assertThat(text(robot, "#window-where")).isEqualTo("Output at y %d, x %d".formatted(y, x));
        assertWrittenOut(robot);
    }

    /** Products and result on the screen are those of the engine. */
    private void assertWrittenOut(FxRobot robot) {
        waitForFxEvents();
        WindowSum sum = model.window().orElseThrow();
        for (int i = 0; i < 9; i++) {
            String written = robot.lookup("#product-" + i).queryAs(ProductCell.class).getChildren().stream().filter(Node::isVisible)
                    .map(part -> ((Labeled) part).getText()).collect(Collectors.joining()).replaceAll("[\\s\\u00A0]", "");
            WindowSum.Product product = sum.products().get(i);
            assertThat(written).isEqualTo("%.0f×%s%.0f=%.0f".formatted(product.pixel(), product.weight() > 0 ? "+" : "", product.weight() + 0f, product.value() + 0.0).replace("-0=", "0=").replace("=-0", "=0"));
        }
        assertThat(Double.parseDouble(text(robot, "#window-result"))).isEqualTo(sum.sum());
        assertThat(Double.parseDouble(text(robot, "#window-result"))).isEqualTo(sum.value());
    }

    private void typesIntoTheKernel(FxRobot robot) throws Exception {
        robot.clickOn("#kernel-cell-1-1").type(KeyCode.DIGIT3).type(KeyCode.ENTER);
        until(() -> model.kernel().at(1, 1) == 3);
        answered();
        assertWrittenOut(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        until(() -> model.kernel().at(1, 1) == 0);
        answered();
    }

    private void pinsAndMoves(FxRobot robot) throws Exception {
        hover(robot, "#window-output", 3, 4);
        robot.clickOn();
        hover(robot, "#window-output", 20, 20);
        assertThat(model.placeProperty().get()).contains(new Place(0, 3, 4));
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        until(() -> model.placeProperty().get().filter(new Place(0, 4, 5)::equals).isPresent());
        robot.type(KeyCode.ESCAPE);
        hover(robot, "#window-output", 0, 0);
        until(() -> model.placeProperty().get().filter(new Place(0, 0, 0)::equals).isPresent());
        assertWrittenOut(robot);
        hover(robot, "#product-0");
        assertThat(text(robot, "#window-readout")).contains("padding at y -1, x -1: a zero");
        picture("kernels-window-padding");
    }

    private void slides(FxRobot robot) throws Exception {
        asyncFx(() -> {
            model.placeProperty().set(Optional.of(new Place(0, 0, 0)));
            robot.lookup("#window-step").queryButton().fire();
        }).get();
        robot.type(KeyCode.S);
        waitForFxEvents();
        assertThat(text(robot, "#window-output-words")).isEqualTo("2 of 1024 · Esc shows all");
        // A presenter's key works while a field has the focus.
        asyncFx(() -> robot.lookup("#kernels-stride").queryAs(TextField.class).requestFocus()).get();
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> model.placeProperty().get().filter(new Place(0, 0, 2)::equals).isPresent());
        robot.type(KeyCode.PAGE_UP);
        until(() -> model.placeProperty().get().filter(new Place(0, 0, 1)::equals).isPresent());
        robot.clickOn("#window-slide");
        until(() -> model.placeProperty().get().filter(at -> at.y() >= 1).isPresent());
        robot.type(KeyCode.SPACE);
        Place paused = model.placeProperty().get().orElseThrow();
        assertThat(text(robot, "#window-slide")).isEqualTo("Slide");
        picture("kernels-window-sliding");
        assertThat(model.placeProperty().get()).contains(paused);
        robot.type(KeyCode.R);
        until(() -> model.placeProperty().get().filter(new Place(0, 0, 0)::equals).isPresent());
        robot.type(KeyCode.ESCAPE);
    }

    private void changesStrideAndPadding(FxRobot robot) throws Exception {
        asyncFx(() -> robot.lookup("#kernels-stride").queryAs(TextField.class).setText("2")).get();
        commit(robot, "#kernels-stride");
        until(() -> shown().height() == 16);
        choose(robot, "#kernels-padding", "None");
        until(() -> shown().height() == 15);
        assertThat(text(robot, "#kernels-size")).contains("⌊(32 − 3) / 2⌋ + 1 = 15");
        choose(robot, "#kernels-padding", "Same size");
        choose(robot, "#kernels-border", "Mirrored");
        answered();
        assertThat(text(robot, "#window-input-words")).isEqualTo("32 × 32, mirrored padding 1");
        hover(robot, "#window-output", 0, 0);
        assertWrittenOut(robot);
        picture("kernels-window-stride");
    }

    private void mixesChannels(FxRobot robot) throws Exception {
        choose(robot, "#kernels-channels", "Each one alone");
        until(() -> shown().channels() == 3);
        picture("kernels-window-each");
        asyncFx(() -> model.change(plan -> plan.withKernel(0, 0, Kernel.of(3, 3, 1, 2, 1, 2, 4, 2, 1, 2, 1)).withNormalize(true).withStride(1))).get();
        answered();
        assertThat(text(robot, "#window-look")).isEqualTo("color 0 to 255");
        picture("kernels-window-each-blur");
        choose(robot, "#kernels-channels", "Summed, as a layer");
        until(() -> shown().plan().mixing() == Mixing.SUM);
        answered();
        press(robot, "#window-channel-2");
        assertThat(model.channelProperty().get()).isEqualTo(2);
        assertThat(text(robot, "#window-parts")).contains("red ", "green ", "blue ", "positive +");
        picture("kernels-window-sum");
    }

    private void hasSeveralFilters(FxRobot robot) throws Exception {
        press(robot, "#kernels-filter-add");
        press(robot, "#kernels-filter-copy");
        asyncFx(() -> model.change(plan -> plan.withKernel(2, 0, Kernel.of(3, 3, -1, -1, -1, -1, 8, -1, -1, -1, -1)))).get();
        until(() -> shown().channels() == 3);
        answered();
        press(robot, "#window-output-1");
        assertThat(model.filterProperty().get()).isEqualTo(1);
        assertThat(text(robot, "#window-where")).endsWith("filter 2");
        picture("kernels-window-filters");
        press(robot, "#kernels-filter-remove");
        until(() -> shown().channels() == 2);
    }

    private void takesBack(FxRobot robot) throws Exception {
        asyncFx(() -> stage.getScene().getRoot().requestFocus()).get();
        while (model.undoableProperty().get()) {
            asyncFx(() -> model.undo()).get();
        }
        answered();
        assertThat(shown().plan().mixing()).isEqualTo(Mixing.GRAY);
        ComboBox<?> channels = robot.lookup("#kernels-channels").queryAs(ComboBox.class);
        assertThat(channels.getValue().toString()).contains("Gray");
        asyncFx(() -> model.redo()).get();
        assertThat(model.redoableProperty().get()).isTrue();
        asyncFx(() -> model.undo()).get();
        answered();
    }

    private void refuses(FxRobot robot) throws Exception {
        Convolved good = shown();
        asyncFx(() -> model.change(plan -> plan.withDilation(40).withPadding(Padding.none()))).get();
        until(() -> !model.refusalProperty().get().isEmpty());
        assertThat(shown()).isSameAs(good);
        assertThat(robot.lookup("#window-refusal").query().isVisible()).isTrue();
        picture("kernels-window-refused");
        asyncFx(() -> model.undo()).get();
        answered();
    }

    private void keepsItsKernelInFiles(FxRobot robot) throws Exception {
        Path file = home.resolve("mine.json");
        WindowFiles files = new WindowFiles(model, () -> Optional.of(new PlaneFiles.Shown(shown().output(), 0, Toning.signed(9))));
        asyncFx(() -> model.change(plan -> plan.withKernel(0, 0, Kernel.of(1, 2, 0.1f, -3)).withStride(2))).get();
        answered();
        ConvolutionPlan saved = model.planProperty().get();
        asyncFx(() -> files.saveKernel(file)).get();
        asyncFx(() -> files.saveNumpy(home.resolve("mine.txt"))).get();
        asyncFx(() -> files.saveSnippet(home.resolve("mine.py"))).get();
        asyncFx(() -> files.savePicture(home.resolve("mine.png"))).get();
        asyncFx(() -> files.saveNumbers(home.resolve("mine.npy"))).get();
        until(() -> messages.lastProperty().get().text().equals("Saved mine.npy."));
        assertThat(Files.size(home.resolve("mine.npy"))).isEqualTo(128 + 4L * shown().output().size());
        assertThat(ImageIO.read(home.resolve("mine.png").toFile()).getWidth()).isEqualTo(shown().width() * (512 / Math.max(shown().width(), shown().height())));
        assertThat(Files.readString(home.resolve("mine.py"))).contains("F.conv2d");
        asyncFx(() -> model.undo()).get();
        asyncFx(() -> assertThat(pane.open(List.of(file))).isTrue()).get();
        until(() -> model.planProperty().get().equals(saved));
        asyncFx(() -> model.undo()).get();
        asyncFx(() -> assertThat(pane.open(List.of(home.resolve("mine.txt")))).isTrue()).get();
        until(() -> model.kernel().equals(Kernel.of(1, 2, 0.1f, -3)));
        asyncFx(() -> model.undo()).get();
        answered();
    }

    private void largeKernelAndSmallWindow(FxRobot robot) throws Exception {
        float[] gaussian = new float[81];
        for (int i = 0; i < 81; i++) {
            gaussian[i] = (float) Math.exp(-(Math.pow(i / 9 - 4, 2) + Math.pow(i % 9 - 4, 2)) / 8);
        }
        asyncFx(() -> model.change(plan -> plan.withKernel(0, 0, Kernel.of(9, 9, gaussian)).withNormalize(true))).get();
        answered();
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        hover(robot, "#window-output", 2, 2);
        assertThat(text(robot, "#window-rounded")).contains("rounded");
        Node last = robot.lookup("#product-80").query();
        assertThat(last.localToScene(last.getBoundsInLocal()).getMaxY()).as("all 81 products are seen")
                .isLessThanOrEqualTo(robot.lookup("#window-readout").query().localToScene(0, 0).getY() + 1);
        picture("kernels-window-dark");
        asyncFx(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        }).get();
        picture("kernels-window-small");
        asyncFx(() -> model.pictureProperty().set(Optional.of(TestBench.picture(1, 1, 1)))).get();
        answered();
        picture("kernels-window-one-pixel");
    }

    private Convolved shown() {
        return model.convolvedProperty().get().orElseThrow();
    }

    private void hover(FxRobot robot, String plane, int y, int x) throws Exception {
        waitForFxEvents();
        PlaneView view = robot.lookup(plane).queryAs(PlaneView.class);
        until(() -> view.inScene(y, x, 1, 1).isPresent());
        Bounds cell = asyncFx(() -> view.localToScreen(view.sceneToLocal(view.inScene(y, x, 1, 1).orElseThrow()))).get();
        robot.moveTo(cell.getCenterX(), cell.getCenterY());
        waitForFxEvents();
    }

    private static void hover(FxRobot robot, String id) {
        robot.moveTo(id);
        waitForFxEvents();
    }

    private static void press(FxRobot robot, String button) throws Exception {
        asyncFx(() -> robot.lookup(button).queryAs(ButtonBase.class).fire()).get();
        waitForFxEvents();
    }

    private static void commit(FxRobot robot, String field) throws Exception {
        asyncFx(() -> {
            robot.lookup(field).query().requestFocus();
            robot.lookup(field).queryAs(TextField.class).fireEvent(new ActionEvent());
        }).get();
        waitForFxEvents();
    }

    private static void choose(FxRobot robot, String box, String label) throws Exception {
        ComboBox<?> found = robot.lookup(box).queryAs(ComboBox.class);
        asyncFx(() -> choose(found, label)).get();
        waitForFxEvents();
    }

    private static <T> void choose(ComboBox<T> box, String label) {
        box.setValue(box.getItems().stream().filter(each -> box.getConverter().toString(each).equals(label)).findFirst().orElseThrow());
    }

    private void answered() throws Exception {
        until(() -> !model.runningProperty().get());
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
