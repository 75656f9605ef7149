package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowFileTest {

    private static final Remembered LEFT = new Remembered(
            Optional.of(new Rectangle2D(-10.5, 20, 1280, 800)), true, Theme.Kind.DARK_HIGH_CONTRAST, 130, "train", false);

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWritten() {
        WindowFile file = new WindowFile(folder.resolve("not yet there"));

        file.write(LEFT);

        assertThat(file.read()).isEqualTo(LEFT);
    }

    @Test
    void remembersNothingBeforeTheFirstStart() {
        assertThat(new WindowFile(folder).read()).isEqualTo(Remembered.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "version=2\n", "version=1\ntheme=PURPLE\n", "not a file at all \\u00", "version=1\nx=NaN\ny=1\nwidth=1\nheight=1\n"})
    void ignoresABrokenFileAndReplacesIt(String text) throws IOException {
        WindowFile file = new WindowFile(folder);
        Files.writeString(folder.resolve("window.properties"), text);

        assertThat(file.read()).isEqualTo(Remembered.NOTHING);

        file.write(LEFT);
        assertThat(file.read()).isEqualTo(LEFT);
    }

    @Test
    void aFileThatIsNoTextIsIgnoredToo() throws IOException {
        Files.write(folder.resolve("window.properties"), new byte[] {(byte) 0xC3, 0x28, 0, (byte) 0xFF});

        assertThat(new WindowFile(folder).read()).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void leavesNoOtherFileBehind() throws IOException {
        WindowFile file = new WindowFile(folder);
        file.write(LEFT);
        file.write(Remembered.NOTHING);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("window.properties"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsOnlyLogged() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        new WindowFile(taken).write(LEFT);

        assertThat(taken).hasContent("a file");
    }
}
