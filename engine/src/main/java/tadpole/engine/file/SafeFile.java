package tadpole.engine.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file on its way: written under another name in the same folder, and in its place only once it is whole and on the
 * disk. Whatever stood there before stays until then.
 */
public final class SafeFile implements AutoCloseable {

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path place;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;

    private SafeFile(Path place, Path temporary, FileChannel channel) {
        this.place = place;
        this.temporary = temporary;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Writes a whole file at once. */
    public static void write(Path path, Content content) throws FileException {
        try (SafeFile file = open(path)) {
            content.writeTo(file.out());
            file.keep();
        } catch (IOException failed) {
            throw failure(path, failed);
        }
    }

    /** A file to be written bit by bit; gone at {@link #close} unless {@link #keep} was called. */
    public static SafeFile open(Path path) throws IOException {
        Path place = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        Path temporary = place.resolveSibling(
                ".%s.%d-%d.tmp".formatted(place.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
        return new SafeFile(place, temporary,
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Buffered; {@link OutputStream#flush} puts what there is where other programs see it. */
    public OutputStream out() {
        return out;
    }

    /** Syncs what was written and moves it into place. */
    public void keep() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        try {
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException simpler) {
            Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes away what was not kept. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }

    static FileException failure(Path path, IOException failed) {
        return new FileException("%s cannot be written: %s.".formatted(path, Causes.inWords(failed)), failed);
    }
}
