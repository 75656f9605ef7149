package tadpole.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Bytes as they arrive, in pieces: the room follows what really came, not what a header promises. */
final class ByteStore {

    /** The longest array that every virtual machine gives. */
    static final long MOST = Integer.MAX_VALUE - 8L;

    private static final int PIECE = 1 << 18;

    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] last;
    private int filled;
    private long size;

    /**
     * @param trusted how many bytes surely come; where it is exact, nothing is copied in the end
     */
    ByteStore(long trusted) {
        last = new byte[(int) Math.clamp(trusted, 0, MOST)];
    }

    long size() {
        return size;
    }

    void add(byte[] from, int offset, int length) {
        for (int done = 0; done < length; ) {
            int count = Math.min(room(), length - done);
            System.arraycopy(from, offset + done, last, filled, count);
            filled += count;
            size += count;
            done += count;
        }
    }

    /** Takes bytes until there are so many in all or no more come. */
    void fill(InputStream in, long wanted) throws IOException {
        while (size < wanted) {
            int most = (int) Math.min(room(), wanted - size);
            int count = in.read(last, filled, most);
            if (count < 0) {
                return;
            }
            filled += count;
            size += count;
        }
    }

    private int room() {
        if (filled == last.length) {
            pieces.add(last);
            last = new byte[PIECE];
            filled = 0;
        }
        return last.length - filled;
    }

    /** The first bytes in one array; the store is empty afterwards. */
    byte[] take(int count) {
        pieces.add(last);
        if (pieces.getFirst().length == count) {
            return pieces.getFirst();
        }
        byte[] all = new byte[count];
        int done = 0;
        for (byte[] piece : pieces) {
            int part = Math.min(piece.length, count - done);
            System.arraycopy(piece, 0, all, done, part);
            done += part;
        }
        pieces.clear();
        last = new byte[0];
        filled = 0;
        size = 0;
        return all;
    }
}
