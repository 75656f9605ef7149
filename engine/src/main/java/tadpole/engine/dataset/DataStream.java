package tadpole.engine.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    private byte[] head = new byte[0];
    private Optional<IOException> faultAfterHead = Optional.empty();
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
        disk.mark(2);
        gzip = disk.read() == 0x1F && disk.read() == 0x8B;
        disk.reset();
        bytes = gzip ? new GZIPInputStream(disk, BUFFER) : disk;
        lookAhead();
    }

    /** A fault right behind the first bytes waits until these were read, so that its place is told truly. */
    private void lookAhead() {
        byte[] room = new byte[HEAD];
        int count = 0;
        try {
            int more = 0;
            while (more >= 0 && count < HEAD) {
                count += more;
                more = bytes.read(room, count, HEAD - count);
            }
        } catch (IOException fault) {
            faultAfterHead = Optional.of(fault);
        }
        head = Arrays.copyOf(room, count);
    }

    private void refuseStrangers(String expected) throws DatasetException {
        if (head.length == 0 && faultAfterHead.isEmpty()) {
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
        int count = position < head.length ? readHead(into, offset, length) : readOn(into, offset, length);
        position += Math.max(0, count);
        return count;
    }

    private int readHead(byte[] into, int offset, int length) {
        int count = (int) Math.min(length, head.length - position);
        System.arraycopy(head, (int) position, into, offset, count);
        return count;
    }

    private int readOn(byte[] into, int offset, int length) throws IOException {
        if (faultAfterHead.isPresent()) {
            throw faultAfterHead.get();
        }
        return bytes.read(into, offset, Math.min(length, CHUNK));
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
