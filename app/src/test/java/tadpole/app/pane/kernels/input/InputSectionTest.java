package tadpole.app.pane.kernels.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.untilFx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.app.job.Background;
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
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

/** The section in the drawer of a bare pane, whose stage shows the picture alone. */
@ExtendWith(ApplicationExtension.class)
class InputSectionTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private Path home;

    private Desk desk;
    private Stage stage;
    private InputModel model;
    private PlaneView view;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry data = new PaneEntry("data", "Data", Material2OutlinedAL.DASHBOARD, PaneEntry.Group.LOOK, _ -> new Bare(new Label("Data"), List.of(), Optional.empty()));
        PaneEntry kernels = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, this::open);
        FrontPane front = new FrontPane(List.of(data, kernels), "kernels");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    private PaneView open(Desk with) {
        model = new InputModel(with, new Background("input-test"), SampleData.data());
        PlaneModel plane = new PlaneModel(new Viewport());
        model.shownProperty().subscribe(now -> {
            now.ifPresent(each -> plane.toningProperty().set(each.picture().isColored() ? Toning.color(0, 255) : Toning.gray(0, 255)));
            plane.valuesProperty().set(now.map(each -> each.picture().values()));
        });
        view = new PlaneView(plane, with.theme()::color);
        view.setId("input-view");
        view.setFocusTraversable(true);
        SketchHand.on(view, plane, model);
        InputSection section = new InputSection(model, with.navigator());
        model.begin();
        return new Bare(view, section.actions(), Optional.of(section));
    }

    private record Bare(Node stage, List<Action> actions, Optional<Node> drawer) implements PaneView {

        @Override
        public ObservableValue<String> subtitle() {
            return new SimpleStringProperty("");
        }

        @Override
        public List<Node> tools() {
            return List.of();
        }
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void namesTheNetworkWhoseLayerSeesThePicture(FxRobot robot) throws Exception {
        untilFx(() -> model.shownProperty().get().isPresent());
        asyncFx(() -> model.showSeen(model.shownProperty().get().orElseThrow().picture())).get();
        ComboBox<?> choice = robot.lookup("#input-source").queryAs(ComboBox.class);
        untilFx(() -> shows(choice, "Trained network"));

        asyncFx(() -> model.sourceProperty().set(Source.POND)).get();
        untilFx(() -> shows(choice, "Tadpole pond"));
        assertThat(choice.getItems().stream().map(Object::toString)).doesNotContain("NETWORK");
    }

    @Test
    void offersPicturesOfEveryKindAndLetsOneDraw(FxRobot robot) throws Exception {
        untilFx(() -> text(robot, "#input-name").equals("frog, train #123"));
        assertThat(text(robot, "#input-facts")).isEqualTo("32 × 32 · red, green, blue");
        picture("input-pond");
        robot.clickOn("#input-tadpole-pond-next");
        untilFx(() -> text(robot, "#input-name").endsWith("train #124"));
        TextField index = robot.lookup("#input-tadpole-pond-index").query();
        robot.clickOn(index).push(KeyCode.SHORTCUT, KeyCode.A).write("186").push(KeyCode.ENTER);
        untilFx(() -> text(robot, "#input-name").equals("frog, train #186"));
        robot.clickOn(index).push(KeyCode.SHORTCUT, KeyCode.A).write("no").push(KeyCode.ENTER);
        assertThat(index.getText()).isEqualTo("186");

        choose(robot, Source.PICKED);
        assertThat(text(robot, "#input-refusal")).isEqualTo("Nothing is picked in the Data pane yet.");
        picture("input-nothing-picked");

        choose(robot, Source.MADE);
        untilFx(() -> text(robot, "#input-name").equals("pond at evening"));
        picture("input-made");

        choose(robot, Source.FILE);
        picture("input-file");
        Path file = home.resolve("a picture with quite a long name of its own.png");
        BufferedImage clear = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(3, 3, 0x80ff0000);
        ImageIO.write(clear, "png", file.toFile());
        asyncFx(() -> model.open(file)).get();
        untilFx(() -> text(robot, "#input-notes").equals("Its transparent parts (alpha) were laid on white."));
        Path bad = Files.writeString(home.resolve("notes.png"), "Dear diary");
        asyncFx(() -> model.open(bad)).get();
        untilFx(() -> text(robot, "#input-refusal").startsWith("notes.png is no picture"));
        picture("input-refused");

        choose(robot, Source.DRAWING);
        draws(robot);

        robot.clickOn("#input-recent");
        waitForFxEvents();
        picture("input-recent");
        robot.clickOn("frog, train #186  (32 × 32 · red, green, blue)");
        untilFx(() -> text(robot, "#input-name").equals("frog, train #186"));
        assertThat(model.isDrawing()).isFalse();
        assertThat(view.dragMovesProperty().get()).isTrue();
    }

    private void draws(FxRobot robot) throws Exception {
        untilFx(() -> model.isDrawing());
        robot.moveTo(cell(14, 4)).press(MouseButton.PRIMARY);
        for (int x = 5; x <= 23; x++) {
            robot.moveTo(cell(14, x));
            waitForFxEvents();
        }
        robot.release(MouseButton.PRIMARY);
        waitForFxEvents();
        for (int x = 5; x <= 23; x++) {
            assertThat(at(14, x)).isEqualTo(255);
        }
        robot.clickOn(cell(20, 20));
        assertThat(at(20, 20)).isEqualTo(255);
        picture("input-drawing");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("input-drawing-dark");
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();

        robot.clickOn("#sketch-undo");
        assertThat(at(20, 20)).isZero();
        robot.clickOn("#sketch-eraser").clickOn(cell(14, 10));
        assertThat(at(14, 10)).isZero();
        robot.clickOn("#sketch-pencil");
        asyncFx(() -> view.requestFocus()).get();
        assertThat(at(15, 14)).isZero();
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(at(15, 14)).isEqualTo(255);
        robot.clickOn("#sketch-new-64");
        assertThat(text(robot, "#input-facts")).isEqualTo("64 × 64 · gray");
        robot.clickOn("#sketch-undo");
        assertThat(text(robot, "#input-facts")).isEqualTo("28 × 28 · gray");
    }

    private Point2D cell(int y, int x) {
        Bounds in = view.inScene(y, x, 1, 1).orElseThrow();
        return view.getScene().getRoot().localToScreen(view.getScene().getRoot().sceneToLocal(in.getCenterX(), in.getCenterY()));
    }

    private float at(int y, int x) {
        waitForFxEvents();
        return model.shownProperty().get().orElseThrow().picture().at(0, y, x);
    }

    private void choose(FxRobot robot, Source source) throws Exception {
        ComboBox<Source> choice = robot.lookup("#input-source").query();
        asyncFx(() -> choice.setValue(source)).get();
        waitForFxEvents();
    }

    private static boolean shows(ComboBox<?> choice, String label) {
        return choice.lookupAll(".list-cell").stream().anyMatch(cell -> label.equals(((Labeled) cell).getText()));
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        WritableImage image = asyncFx(() -> stage.getScene().snapshot(null)).get();
        write(image, name);
    }

    private static void write(WritableImage image, String name) throws IOException {
        BufferedImage copy = new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(SCREENSHOTS);
        ImageIO.write(copy, "png", SCREENSHOTS.resolve(name + ".png").toFile());
    }
}
