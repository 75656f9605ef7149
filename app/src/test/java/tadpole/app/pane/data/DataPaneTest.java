package tadpole.app.pane.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
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
import tadpole.app.job.Jobs;
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
import tadpole.engine.dataset.Dataset;
import tadpole.engine.formula.Address;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class DataPaneTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private Path home;

    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private Stage stage;
    private DataPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws IOException {
        Fonts.load();
        PaneEntry entry = new PaneEntry("data", "Data", Material2OutlinedAL.DASHBOARD, PaneEntry.Group.LOOK, this::open);
        FrontPane front = new FrontPane(List.of(entry), "data");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(1), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1000);
        window.setHeight(760);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private DataPane open(Desk with) {
        pane = new DataPane(with, List.of(SampleData.data()));
        return pane;
    }

    @Test
    void looksAtTheBundledFrogsAndTheirPixels(FxRobot robot) throws Exception {
        until(() -> text(robot, "#pane-subtitle").startsWith("Tadpole digits · "));
        until(() -> !robot.lookup("#normalized").query().isDisabled());
        picture("data-digits");

        robot.clickOn("#data-sets").clickOn("Tadpole pond");
        until(() -> text(robot, "#pane-subtitle").startsWith("Tadpole pond · "));
        assertThat(messages.lastProperty().get().text()).startsWith("Tadpole pond opened in ");
        robot.clickOn("#chip-frog");
        assertThat(text(robot, "#wall-heading")).endsWith(" frogs");

        robot.type(KeyCode.HOME).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertThat(text(robot, "#picked-name")).isEqualTo("frog");
        assertThat(robot.lookup("#image-wall").query().getAccessibleText()).contains(", image 3 of ");
        int frog = workspace.pickProperty().get().orElseThrow().index();
        assertThat(text(robot, "#picked-place")).isEqualTo("train #" + frog);

        until(() -> !robot.lookup("#normalized").query().isDisabled());
        robot.moveTo("#picked-image");
        assertThat(text(robot, "#pointed-pixel")).matches("y 1[56], x 1[56] · R \\d+ G \\d+ B \\d+");
        picture("data-frogs");
        robot.clickOn("#normalized").clickOn("#channel-red");
        assertThat(text(robot, "#pointed-pixel")).matches("y .* · R -?\\d\\.\\d\\d G -?\\d\\.\\d\\d B -?\\d\\.\\d\\d");

        robot.clickOn("#enlarge");
        assertThat(robot.lookup("#enlarged").query().isVisible()).isTrue();
        robot.type(KeyCode.PLUS);
        picture("data-enlarged");
        robot.clickOn("#enlarged-pixels");
        var xray = pane.model().picked().xray();
        assertThat(text(robot, "#xray-result")).matches("= -?\\d.*");
        assertThat(xray.shownProperty().get().orElseThrow().of()).isInstanceOf(Address.Input.class);
        picture("data-xray");
        robot.type(KeyCode.ESCAPE);
        assertThat(xray.openProperty().get()).isFalse();
        assertThat(robot.lookup("#enlarged").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#image-wall").query().isVisible()).isTrue();
    }

    @Test
    void opensFilesAndKeepsThemWhenTheNextOneIsBad(FxRobot robot) throws Exception {
        Path pond = TinySets.pond(home, 300, 50);
        assertThat(asyncFx(() -> pane.open(List.of(pond))).get()).isTrue();
        until(() -> text(robot, "#pane-subtitle").startsWith("tiny-pond · 300 training, 50 test images · 3×32×32"));
        assertThat(messages.lastProperty().get().text()).startsWith("tiny-pond opened in ");

        robot.clickOn("#go-to-index").write("700000").type(KeyCode.ENTER);
        assertThat(robot.lookup("#index-field").query().getStyleClass()).contains("refused");
        assertThat(messages.failures()).isEmpty();
        robot.write("7").type(KeyCode.ENTER);
        assertThat(robot.lookup("#index-field").query().isVisible()).isFalse();
        assertThat(text(robot, "#picked-place")).isEqualTo("train #7");
        robot.clickOn("#part-test");
        assertThat(text(robot, "#wall-heading")).isEqualTo("50 images");

        Path bad = TinySets.picture(home);
        assertThat(asyncFx(() -> pane.open(List.of(bad))).get()).as("dropped pictures are of Kernels").isFalse();
        asyncFx(() -> pane.model().opening().open(bad)).get();
        until(() -> messages.lastProperty().get().kind() == Messages.Kind.FAILED);
        assertThat(messages.lastProperty().get().text()).startsWith("frog.png: is a PNG");
        assertThat(text(robot, "#wall-heading")).isEqualTo("50 images");
        assertThat(workspace.datasetProperty().get()).map(Dataset::key).hasValue("tiny-pond");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("data-refused-dark");
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        WritableImage seen = asyncFx(() -> stage.getScene().snapshot(null)).get();
        BufferedImage copy = new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, seen.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(SCREENSHOTS);
        ImageIO.write(copy, "png", SCREENSHOTS.resolve(name + ".png").toFile());
    }
}
