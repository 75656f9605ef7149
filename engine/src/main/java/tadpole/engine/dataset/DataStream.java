package tadpole.engine.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of one data file, unpacked where they are gzip, whatever the file is called. A stop ends it like the end of
 * the file; the first chunk of every file comes even then, so that its header can always be read.
 */
final class DataStream extends InputStream {

    private static final int CHUNK = 1 << 18;
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 512;

    private final Path file;
    private final InputStream disk;
    private final Reading reading;
    private InputStream bytes;
    private boolean gzip;
    private byte[] head;
    private long position;
    private long asked;
    private boolean ended;

    private DataStream(Path file, Reading reading) throws IOException {
        this.file = file;
        this.reading = reading;
        this.disk = new BufferedInputStream(new CountingStream(Files.newInputStream(file), reading), BUFFER);
    }

    /**
     * Opens a file and looks at its first bytes.
     *
     * @param expected what it should be, such as "an IDX image file"
     */
    static DataStream open(Path file, String expected, Reading reading) throws DatasetException {
        if (Files.isDirectory(file)) {
            throw new DatasetException("%s: is a folder, but %s is expected there. Open the file inside it."
                    .formatted(FileFault.name(file), expected));
        }
        DataStream stream = opened(file, reading);
        try {
            stream.unpack();
            stream.refuseStrangers(expected);
            return stream;
        } catch (IOException fault) {
            DatasetException told = stream.broken(fault);
            stream.close();
            throw told;
        } catch (DatasetException told) {
            stream.close();
            throw told;
        }
    }

    private static DataStream opened(Path file, Reading reading) throws DatasetException {
        try {
            return new DataStream(file, reading);
        } catch (IOException fault) {
            throw FileFault.of(file, fault);
        }
    }

    private void unpack() throws IOException {
        byte[] start = peek(disk);
        gzip = start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
        bytes = gzip ? new BufferedInputStream(new GZIPInputStream(disk, BUFFER), BUFFER) : disk;
        head = gzip ? peek(bytes) : start;
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] start = in.readNBytes(HEAD);
        in.reset();
        return start;
    }

    private void refuseStrangers(String expected) throws DatasetException {
        if (head.length == 0) {
            throw new DatasetException("%s: %s, but %s is expected. Download it again."
                    .formatted(name(), gzip ? "the gzip file holds nothing" : "the file is empty", expected));
        }
        Optional<String> stranger = Signature.of(head);
        if (stranger.isPresent()) {
            throw new DatasetException("%s: %s %s, but %s is expected, plain or packed with gzip."
                    .formatted(name(), gzip ? "holds" : "is", stranger.get(), expected));
        }
    }

    String name() {
        return FileFault.name(file);
    }

    boolean isGzip() {
        return gzip;
    }

    /** The first unpacked bytes, at most 512; they still come from {@link #read} too. */
    byte[] head() {
        return head;
    }

    /** Unpacked bytes read so far. */
    long position() {
        return position;
    }

    /** Bytes that the file takes on disk, packed as it is there. */
    long sizeOnDisk() {
        return Reading.sizeOnDisk(file);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (position - asked >= CHUNK) {
            asked = position;
            ended = !reading.proceed(name());
            return read(into, offset, length);
        }
        int count = bytes.read(into, offset, Math.min(length, CHUNK));
        position += Math.max(0, count);
        return count;
    }

    /** What to tell when reading went wrong. */
    DatasetException broken(IOException fault) {
        if (gzip && fault instanceof EOFException) {
            return new DatasetException("%s: the gzip file breaks off; %d bytes could be unpacked. Download it again."
                    .formatted(name(), position), fault);
        }
        if (gzip && fault instanceof ZipException) {
            return new DatasetException("%s: the gzip file is damaged after %d unpacked bytes. Download it again."
                    .formatted(name(), position), fault);
        }
        return FileFault.of(file, fault);
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException nothingIsLost) {
            // What was read stands, and nothing was written.
        }
        reading.report(name());
    }
}
