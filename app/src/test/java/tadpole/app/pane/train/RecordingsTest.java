package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {

    @TempDir
    private Path folder;

    @Test
    void tidyDeletesWhatAnEndedProgramLeftWhateverElseLiesThere() throws IOException {
        Path strange = Files.createDirectory(folder.resolve("99999999999999999999-1"));
        Path full = Files.createDirectories(folder.resolve("999999999999999998-1/inner/deeper")).getParent().getParent();
        Path mine = Files.createDirectory(folder.resolve(ProcessHandle.current().pid() + "-1"));
        Path left = Files.createDirectory(folder.resolve("999999999999999999-1"));
        Files.writeString(left.resolve("step-1.tadpole-moment"), "x");

        new Recordings(Runnable::run, Optional.of(folder)).tidy();

        assertThat(left).doesNotExist();
        assertThat(strange).exists();
        assertThat(full).exists();
        assertThat(mine).exists();
    }
}
