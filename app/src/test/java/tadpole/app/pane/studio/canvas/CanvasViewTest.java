package tadpole.app.pane.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.studio.StudioDocument;
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
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** The canvas as the one thing of a pane, driven by mouse and keys. */
@ExtendWith(ApplicationExtension.class)
class CanvasViewTest {

    private final StudioDocument document = new StudioDocument();
    private Desk desk;
    private Stage stage;
    private CanvasModel model;
    private CanvasView view;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry studio = new PaneEntry("studio", "Studio", Material2OutlinedAL.BRUSH, PaneEntry.Group.MAKE, this::open);
        FrontPane front = new FrontPane(List.of(studio), "studio");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.DARK), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    private PaneView open(Desk with) {
        Background background = new Background("canvas-test");
        model = new CanvasModel(document, with, background, background);
        view = new CanvasView(model);
        StackPane around = new StackPane(view);
        around.setStyle("-fx-padding: 12px 16px 12px 16px;");
        return new Bare(around, view);
    }

    private record Bare(Node stage, CanvasView view) implements PaneView {

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
            return view.actions();
        }

        @Override
        public boolean open(List<Path> files) {
            return view.open(files);
        }
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void paintsMovesZoomsAndWipesByHand(FxRobot robot) throws Exception {
        picture("canvas-empty");
        show();
        assertThat(where(robot)).startsWith("200 %");
        robot.push(KeyCode.DIGIT1);
        until(() -> where(robot).startsWith("100 %"));

        robot.clickOn("#tool-brush");
        Mask empty = mask();
        stroke(robot, 300, 200, 380, 240);
        until(() -> mask().at(200, 300) == 1 && mask().at(240, 380) == 1);
        assertThat(mask().at(260, 300)).isZero();
        picture("canvas-brush");

        robot.push(KeyCode.X);
        assertThat(model.tool()).isEqualTo(Tool.ERASER);
        stroke(robot, 300, 200, 310, 205);
        until(() -> mask().at(200, 300) == 0);
        robot.clickOn("#studio-undo");
        until(() -> mask().at(200, 300) == 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        until(() -> mask().equals(empty));
        robot.clickOn("#studio-redo");
        robot.push(KeyCode.SHORTCUT, KeyCode.Y);
        until(() -> mask().at(200, 300) == 0 && mask().at(240, 380) == 1);

        robot.push(KeyCode.M);
        stroke(robot, 100, 100, 160, 150);
        until(() -> mask().at(120, 130) == 1);
        robot.push(KeyCode.O);
        stroke(robot, 400, 60, 470, 110);
        until(() -> mask().at(85, 435) == 1 && mask().at(61, 401) == 0);
        robot.push(KeyCode.L);
        stroke(robot, 60, 250, 120, 250, 120, 310);
        until(() -> mask().at(260, 110) == 1);
        picture("canvas-shapes");
        robot.push(KeyCode.G);
        click(robot, 20, 20);
        until(() -> mask().at(20, 20) == 1);

        moveTheObject(robot);
        zoom(robot);
        wipe(robot);
        refuseWhileRunning(robot);
    }

    @Test
    void opensAPublishedCaseAsPaintingCompositeAndMask(FxRobot robot) throws Exception {
        Path cases = Path.of(Optional.ofNullable(System.getenv("TADPOLE_SHARED")).orElse("")).resolve("harmonize/data");
        assumeTrue(Files.exists(cases.resolve("14_target.jpg")), "No published cases: TADPOLE_SHARED names no folder that holds them.");

        asyncFx(() -> {
            model.files().open(cases.resolve("14_target.jpg"), CanvasFiles.As.PAINTING);
            model.files().open(cases.resolve("14_naive.jpg"), CanvasFiles.As.COMPOSITE);
            view.open(List.of(cases.resolve("14_c_mask.jpg")));
        }).get();
        until(() -> document.settled().filter(now -> now.object().isPresent() && !now.mask().isEmpty()).isPresent());
        until(() -> !model.layers().outlinesProperty().get().loose().lines().isEmpty());
        picture("canvas-case-14");
        robot.push(KeyCode.B);
        picture("canvas-case-14-brush");
    }

    private void moveTheObject(FxRobot robot) throws Exception {
        Composition layers = composition();
        asyncFx(() -> document.open(Optional.of(layers))).get();
        robot.push(KeyCode.V);
        Placement before = placement();
        stroke(robot, 300, 200, 200, 160);
        until(() -> Math.abs(placement().x() - before.x() + 100) < 1 && document.settled().orElseThrow().placement().equals(placement()));
        assertThat(mask().at(160, 200)).isEqualTo(1);
        robot.push(KeyCode.RIGHT);
        until(() -> Math.abs(placement().x() - before.x() + 99) < 1);
        double[] corner = asyncFx(() -> ObjectFrame.of(document.composition().orElseThrow()).orElseThrow().corner(MoveHand.Grip.LOWER_RIGHT)).get();
        stroke(robot, corner[0], corner[1], corner[0] + 40, corner[1] + 40);
        until(() -> placement().scale() > 1.15 * before.scale());
        robot.clickOn("#studio-flip");
        until(() -> placement().flipped());
        picture("canvas-moved");
        for (int i = 0; i < 4; i++) {
            robot.clickOn("#studio-undo");
        }
        until(() -> placement().equals(before));
    }

    private void zoom(FxRobot robot) throws Exception {
        move(robot, 300, 200);
        for (int i = 0; i < 4 && !where(robot).startsWith("300 %"); i++) {
            robot.scroll(1, VerticalDirection.UP);
            waitForFxEvents();
        }
        until(() -> where(robot).startsWith("300 %"));
        robot.push(KeyCode.B);
        stroke(robot, 330, 250, 345, 250);
        until(() -> mask().at(250, 340) == 1);
        picture("canvas-300");
        robot.push(KeyCode.DIGIT0);
        until(() -> where(robot).startsWith("200 %"));
    }

    private void wipe(FxRobot robot) throws Exception {
        Picture now = MadePictures.make(Recipe.find(MadePictures.ALL, "picture", "zonePlate").with(Map.of("width", 480L, "height", 320L)));
        asyncFx(() -> model.resultProperty().set(Optional.of(now))).get();
        waitForFxEvents();
        robot.push(KeyCode.H);
        robot.clickOn("#studio-wipe-handle").push(KeyCode.LEFT);
        until(() -> Math.abs(model.wipeProperty().get() - 0.49) < 1e-6);
        Point2D from = scene(0.49 * 480, 160);
        robot.moveTo(from).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 6; i++) {
            robot.moveTo(from.add(-20 * i, 0));
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);
        until(() -> model.wipeProperty().get() < 0.4);
        picture("canvas-wipe");
        asyncFx(() -> model.wipeProperty().set(0.64)).get();
        for (Tool tool : List.of(Tool.HAND, Tool.MOVE, Tool.BRUSH)) {
            asyncFx(() -> model.toolProperty().set(tool)).get();
            nothingIsDrawnOnTheResult();
        }
        robot.push(KeyCode.H);
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        picture("canvas-wipe-light");
    }

    private void nothingIsDrawnOnTheResult() throws Exception {
        waitForFxEvents();
        Image with = surface();
        asyncFx(() -> marks().setVisible(false)).get();
        waitForFxEvents();
        Image without = surface();
        asyncFx(() -> marks().setVisible(true)).get();
        waitForFxEvents();
        int wipe = (int) asyncFx(() -> view.onCanvas(model.wipeProperty().get() * 480, 0).orElseThrow().getX()).get().doubleValue();
        assertThat(differences(with, without, 0, wipe - 1)).isPositive();
        assertThat(differences(with, without, wipe + 1, (int) with.getWidth())).isZero();
    }

    /** The lines above the picture. */
    private Node marks() {
        return ((Region) view.lookup("#studio-surface")).getChildrenUnmodifiable().getLast();
    }

    private Image surface() throws Exception {
        return asyncFx(() -> view.lookup("#studio-surface").snapshot(null, null)).get();
    }

    private static int differences(Image one, Image other, int from, int to) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                count += one.getPixelReader().getArgb(x, y) == other.getPixelReader().getArgb(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private void refuseWhileRunning(FxRobot robot) throws Exception {
        asyncFx(() -> model.editableProperty().set(false)).get();
        Mask before = mask();
        robot.push(KeyCode.B);
        stroke(robot, 50, 50, 80, 60);
        assertThat(mask()).isEqualTo(before);
        until(() -> robot.lookup("#studio-hint").queryAs(Label.class).getText().startsWith("Stop the run"));
        picture("canvas-refuses");
    }

    private void show() throws Exception {
        Composition layers = composition().withMask(Mask.empty(320, 480));
        asyncFx(() -> document.open(Optional.of(layers))).get();
        until(() -> model.layers().sheetProperty().get().isPresent());
        waitForFxEvents();
    }

    private static Composition composition() throws SettingException {
        Picture painting = Compositor.inColor(MadePictures.make(Recipe.find(MadePictures.ALL, "picture", "pond").with(Map.of("width", 480L, "height", 320L))));
        Picture object = Compositor.inColor(MadePictures.make(Recipe.find(MadePictures.ALL, "picture", "zonePlate").standard()));
        float[] values = new float[320 * 480];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.hypot(i % 480 - 300, i / 480 - 200) < 50 ? 1 : 0;
        }
        return new Composition(painting, Optional.of(object), new Placement(300, 200, 0.5, 0, false), new Mask(320, 480, values));
    }

    private Mask mask() {
        return document.settled().orElseThrow().mask();
    }

    private Placement placement() {
        return document.composition().orElseThrow().placement();
    }

    private static String where(FxRobot robot) {
        return robot.lookup("#studio-where").queryAs(Label.class).getText();
    }

    /** On the screen, of a place of the painting. */
    private Point2D scene(double x, double y) throws Exception {
        return asyncFx(() -> view.overlay().localToScreen(view.onCanvas(x, y).orElseThrow())).get();
    }

    private void move(FxRobot robot, double x, double y) throws Exception {
        robot.moveTo(scene(x, y));
        waitForFxEvents();
    }

    private void click(FxRobot robot, double x, double y) throws Exception {
        robot.clickOn(scene(x, y));
        waitForFxEvents();
    }

    private void stroke(FxRobot robot, double... points) throws Exception {
        robot.moveTo(scene(points[0], points[1])).press(MouseButton.PRIMARY);
        waitForFxEvents();
        for (int i = 2; i < points.length; i += 2) {
            for (int step = 1; step <= 5; step++) {
                double share = step / 5.0;
                robot.moveTo(scene(points[i - 2] + share * (points[i] - points[i - 2]), points[i - 1] + share * (points[i + 1] - points[i - 1])));
                waitForFxEvents();
            }
        }
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
