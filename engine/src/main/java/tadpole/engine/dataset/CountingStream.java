package tadpole.engine.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that come from disk, packed as they lie there. */
final class CountingStream extends FilterInputStream {

    private final Reading reading;

    CountingStream(InputStream in, Reading reading) {
        super(in);
        this.reading = reading;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        reading.count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        reading.count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long n) throws IOException {
        long count = super.skip(n);
        reading.count(count);
        return count;
    }
}
