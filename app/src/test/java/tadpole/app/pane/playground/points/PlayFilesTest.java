package tadpole.app.pane.playground.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Messages.Message;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.tensor.Device;

class PlayFilesTest {

    @TempDir
    private Path folder;

    private final Device device = Device.plain();
    private final Messages messages = new Messages();
    private final Desk desk = new Desk(new Workspace(), new Jobs(Runnable::run), device, messages, new Theme(Theme.Kind.LIGHT), _ -> {});
    private final PlayFiles files = new PlayFiles(desk, Runnable::run);
    private final List<OwnPoints.Point> points = new ArrayList<>();

    @AfterEach
    void close() {
        device.close();
    }

    private Message table(String text) throws Exception {
        files.openTable(Files.writeString(folder.resolve("pond.csv"), text), points::addAll);
        return messages.lastProperty().get();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\uFEFF0.5,-1,newt\n-0.25,2,frog\n0,0,newt\n",
        "\"x1\",\"x2\",\"kind\"\n\"0.5\",\"-1\",\"newt\"\n-0.25,2,frog\n0,0,newt\n",
        "0,5;-1;newt\n-0,25;2;frog\n0;0;newt\n",
        "0.5\t-1\tnewt\r\n-0.25\t2\tfrog\r\n0\t0\tnewt",
    })
    void opensEveryPointOfATableAndSaysWhichWordIsWhichLetter(String text) throws Exception {
        Message said = table(text);

        assertThat(points).containsExactly(new OwnPoints.Point(0.5, -1, 0), new OwnPoints.Point(-0.25, 2, 1), new OwnPoints.Point(0, 0, 0));
        assertThat(said).isEqualTo(new Message(Messages.Kind.DONE, "Opened 3 points of pond.csv: A is newt, B is frog. Ctrl+Z brings back what was there."));
    }

    @Test
    void ordersClassesThatAreNumbersByTheirSize() throws Exception {
        assertThat(table("0,0,10\n1,1,9\n2,2,2\n").text()).contains(": A is 2, B is 9, C is 10.");
        assertThat(points).extracting(OwnPoints.Point::label).containsExactly(2, 1, 0);
    }

    @Test
    void refusesATableOfXAndYAndSaysWhereItBelongs() throws Exception {
        assertThat(table("1,1\n2,4\n")).isEqualTo(new Message(Messages.Kind.FAILED,
                "pond.csv has rows of x and y; here rows of x1, x2 and class are needed. Open it in the room Regression."));
        assertThat(points).isEmpty();
    }

    @Test
    void refusesMoreClassesThanItCanDraw() throws Exception {
        assertThat(table("0,0,a\n0,0,b\n0,0,c\n0,0,d\n0,0,e\n0,0,f\n0,0,g\n")).isEqualTo(new Message(Messages.Kind.FAILED,
                "pond.csv has 7 classes; the Playground draws at most 6. Leave out the rows of some."));
        assertThat(points).isEmpty();
    }

    @Test
    void saysWhichLineOfATableIsWrong() throws Exception {
        assertThat(table("0.1,0.2,0\n0.3,frog\n").text()).startsWith("pond.csv, line 2, column 1: The rows before have 3 cells");
    }

    @Test
    void saysThatAPictureIsNoTable() throws Exception {
        Path picture = Files.write(folder.resolve("frog.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0});
        files.openTable(picture, points::addAll);
        assertThat(messages.lastProperty().get().text()).endsWith("frog.csv is not a table of points: it is no text in UTF-8.");
    }
}
