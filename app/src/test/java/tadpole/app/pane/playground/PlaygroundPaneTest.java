package tadpole.app.pane.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static tadpole.app.Await.untilFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
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
import tadpole.app.shell.Rooms;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.NeuronFile;
import tadpole.engine.inspect.NeuronPlan;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

/** Whichever room stands in front, a file reaches the one that it is for. */
@ExtendWith(ApplicationExtension.class)
class PlaygroundPaneTest {

    private static final List<String> ROOMS = List.of("points", "regression", "descent", "neuron");

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Rooms rooms;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("playground", "Playground", Material2OutlinedAL.BUBBLE_CHART, PaneEntry.Group.UNDERSTAND, with -> {
            rooms = (Rooms) PlaygroundPane.of(with);
            return rooms;
        });
        FrontPane front = new FrontPane(List.of(entry), "playground");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.LIGHT), front);
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    /** @param said what the message begins with */
    private void reaches(String room, Path file, String said) throws Exception {
        for (String before : ROOMS) {
            boolean taken = asyncFx(() -> {
                messages.done("");
                rooms.open(before);
                return rooms.open(List.of(file));
            }).get();

            assertThat(taken).as("%s from %s", file.getFileName(), before).isTrue();
            assertThat(rooms.frontProperty().get().id()).as("%s from %s", file.getFileName(), before).isEqualTo(room);
            untilFx(() -> !messages.lastProperty().get().text().isEmpty());
            assertThat(messages.lastProperty().get().text()).startsWith(said);
        }
    }

    private void isTold(Path file, String said) throws Exception {
        for (String before : ROOMS) {
            boolean taken = asyncFx(() -> {
                messages.done("");
                rooms.open(before);
                return rooms.open(List.of(file));
            }).get();

            assertThat(taken).as("%s from %s", file.getFileName(), before).isTrue();
            untilFx(() -> messages.lastProperty().get().text().startsWith(said));
        }
    }

    private void isForNobody(Path file) throws Exception {
        for (String before : ROOMS) {
            boolean taken = asyncFx(() -> {
                rooms.open(before);
                return rooms.open(List.of(file));
            }).get();

            assertThat(taken).as("%s from %s", file.getFileName(), before).isFalse();
            assertThat(rooms.frontProperty().get().id()).isEqualTo(before);
        }
    }

    private static Path bundled(String name) {
        return SampleData.experiments().resolve(name);
    }

    private Path written(String name, String text) throws Exception {
        return Files.writeString(home.resolve(name), text);
    }

    @Test
    void anExperimentOnMadePointsReachesPoints() throws Exception {
        reaches("points", bundled("spiral-linear.json"), "");
    }

    @Test
    void oneThatPointsCannotDrawIsToldThere() throws Exception {
        reaches("points", bundled("spiral-hidden.json"), "spiral-hidden has layers that the Playground cannot draw");
    }

    @Test
    void aTableWithClassesReachesPoints() throws Exception {
        reaches("points", written("pond.csv", "x1,x2,kind\n0,0,frog\n1,1,newt\n"), "Opened 2 points of pond.csv");
    }

    @Test
    void aTableOfXAndYReachesRegression() throws Exception {
        reaches("regression", written("curve.csv", "x,y\n0,1\n1,2\n2,5\n"), "Opened 3 points of curve.csv");
    }

    @Test
    void aPolynomialReachesRegression() throws Exception {
        reaches("regression", bundled("polynomial-mended.json"), "Opened polynomial-mended.json");
    }

    @Test
    void aWalkReachesDescent() throws Exception {
        reaches("descent", bundled("walk-parabola.json"), "Opened walk-parabola.json");
    }

    @Test
    void aNeuronReachesNeuron() throws Exception {
        Path file = home.resolve("neuron.json");
        NeuronFile.write(file, NeuronPlan.standard());
        reaches("neuron", file, "Opened neuron.json");
    }

    @Test
    void whatCannotBeReadIsTold() throws Exception {
        isTold(written("torn.csv", "0,0,frog\n1,newt\n"), "torn.csv, line 2, column 1: ");
        isTold(written("torn.json", "{ \"name\": \"torn\""), "torn.json, line ");
    }

    @Test
    void filesOfOtherPanesAreLeftToThem() throws Exception {
        isForNobody(bundled("mnist-784-100-10.json"));
        isForNobody(bundled("race-mnist.json"));
        isForNobody(bundled("check-two-layer.json"));
        isForNobody(bundled("softmax-1000.json"));
        isForNobody(written("frog.png", "no picture"));
    }
}
