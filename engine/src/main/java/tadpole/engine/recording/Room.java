package tadpole.engine.recording;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How much a recording may take.
 *
 * @param moments between the ends of epochs, and as many ends of epochs
 * @param memory  bytes
 * @param folder  of its own, for what memory does not hold; made when needed
 * @param disk    bytes in the folder
 */
public record Room(int moments, long memory, Optional<Path> folder, long disk) {

    private static final int MOMENTS = 256;
    private static final int LEAST = 8;
    private static final long MEMORY = 256L << 20;
    private static final long DISK = 1L << 30;
    private static final int SHARE_OF_HEAP = 8;

    public Room {
        if (moments < LEAST) {
            throw new IllegalArgumentException("A recording has room for %d moments or more, but not for %d.".formatted(LEAST, moments));
        }
    }

    /** 256 moments and 256 ends of epochs in 256 MB, or an eighth of Java's memory where that is less; no files. */
    public static Room inMemory() {
        return new Room(MOMENTS, Math.min(MEMORY, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP), Optional.empty(), 0);
    }

    /** The same, and 1 GB of files in a folder. */
    public static Room spillingTo(Path folder) {
        return new Room(MOMENTS, inMemory().memory(), Optional.of(folder), DISK);
    }
}
