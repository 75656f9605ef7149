package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFaultTest {

    private static final Path FILE = Path.of("train-labels-idx1-ubyte");

    @Test
    void saysWhenPermissionIsMissing() {
        assertThat(FileFault.of(FILE, new AccessDeniedException(FILE.toString()))).hasMessage(
                "train-labels-idx1-ubyte: this program may not read it. Change its permissions, or open a copy.");
    }

    @Test
    void saysWhenTheFileIsGone() {
        assertThat(FileFault.of(FILE, new NoSuchFileException(FILE.toString()))).hasMessage(
                "train-labels-idx1-ubyte: there is no such file or folder.");
    }

    @Test
    void keepsTheCauseOfAnythingElseForTheLog() {
        IOException cause = new IOException("Input/output error");

        assertThat(FileFault.of(FILE, cause)).hasCause(cause).hasMessage("train-labels-idx1-ubyte: cannot be read. "
                + "The disk or the connection to it may be at fault: try again, or open a copy.");
    }
}
