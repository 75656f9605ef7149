package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {

    @TempDir
    Path folder;

    @Test
    void replacesWhatStoodThere() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old and long");

        SafeFile.write(file, out -> out.write('n'));

        assertThat(file).hasContent("n");
    }

    @Test
    void keepsTheOldFileAndLeavesNothingWhenWritingFails() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> SafeFile.write(file, out -> {
            out.write('n');
            throw new IOException("the disk is full");
        })).isInstanceOf(FileException.class).hasMessage(file + " cannot be written: the disk is full.");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesAFolderAndAFolderThatIsNotThere() {
        Path lost = folder.resolve("none").resolve("a.txt");

        assertThatThrownBy(() -> SafeFile.write(folder, out -> out.write('n'))).isInstanceOf(FileException.class)
                .hasMessage(folder + " cannot be written: it is a folder; name a file.");
        assertThatThrownBy(() -> SafeFile.write(lost, out -> out.write('n'))).isInstanceOf(FileException.class)
                .hasMessage(lost + " cannot be written: there is no folder " + folder.resolve("none") + ".");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void leavesAPipeWhereItStands() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        assertThatThrownBy(() -> SafeFile.write(pipe, out -> out.write('n'))).isInstanceOf(FileException.class)
                .hasMessage(pipe + " cannot be written: it is no file but a device or a pipe; name a file.");

        assertThat(Files.exists(pipe)).isTrue();
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void keepsTheOldFileUntilTheNewOneIsKept() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        try (SafeFile half = SafeFile.open(file)) {
            half.out().write('n');
            half.out().flush();

            assertThat(file).hasContent("old");
        }
        assertThat(file).hasContent("old");
    }

    @Test
    void takesAwayWhatAKilledProgramLeft() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Files.writeString(folder.resolve(".a.txt.12-34.tmp"), "half");
        Path other = Files.writeString(folder.resolve(".b.txt.12-34.tmp"), "half");
        Path mine = Files.writeString(folder.resolve(".a.txt.mine.tmp"), "whole");

        SafeFile.delete(file);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(other, mine);
        }
    }

    @Test
    void writesThroughALink() throws Exception {
        Path file = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

        SafeFile.write(link, out -> out.write('n'));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("n");
    }
}
