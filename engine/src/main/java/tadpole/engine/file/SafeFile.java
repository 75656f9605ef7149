package tadpole.engine.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
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

    /**
     * A file to be written bit by bit; gone at {@link #close} unless {@link #keep} was called.
     *
     * @throws IOException also where a folder, a device or a pipe stands there
     */
    public static SafeFile open(Path path) throws IOException {
        Path place = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.exists(place) && !Files.isRegularFile(place)) {
            throw new FileSystemException(path.toString(), null, (Files.isDirectory(place) ? "it is a folder" : "it is no file but a device or a pipe") + "; name a file");
        }
        if (!Files.isDirectory(place.getParent())) {
            throw new FileSystemException(path.toString(), null, "there is no folder " + place.getParent());
        }
        Path temporary = place.resolveSibling(
                ".%s.%d-%d.tmp".formatted(place.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
        return new SafeFile(place, temporary,
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Takes away a file, and what programs that were killed on their way left of it. */
    public static void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
        String name = path.getFileName().toString();
        DirectoryStream.Filter<Path> halves = each -> isHalf(each.getFileName().toString(), name);
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(path.toAbsolutePath().getParent(), halves)) {
            for (Path each : unfinished) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static boolean isHalf(String file, String of) {
        String start = "." + of + ".";
        return file.startsWith(start) && file.substring(start.length()).matches("\\d+-\\d+\\.tmp");
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
