package tadpole.engine.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What bytes a file has, counted in one pass: by even and odd place, and how far they are well-formed UTF-8. */
final class ByteCensus {

    /** The first bytes. */
    final byte[] head;
    final long size;
    /** [2][256] by parity of the place. */
    final long[][] counts;
    /** Well-formed UTF-8 sequences of two bytes and more. */
    final long sequences;
    /** Bytes that belong to no well-formed sequence, apart from one that the file's end cuts. */
    final long malformed;
    /** Place of the first of them, -1 without. */
    final long firstMalformed;

    private ByteCensus(byte[] head, long size, long[][] counts, long sequences, long malformed, long firstMalformed) {
        this.head = head;
        this.size = size;
        this.counts = counts;
        this.sequences = sequences;
        this.malformed = malformed;
        this.firstMalformed = firstMalformed;
    }

    long count(int value) {
        return counts[0][value] + counts[1][value];
    }

    long count(int from, int to) {
        long sum = 0;
        for (int value = from; value <= to; value++) {
            sum += count(value);
        }
        return sum;
    }

    static ByteCensus of(InputStream stream) throws IOException {
        byte[] room = new byte[1 << 16];
        byte[] head = new byte[0];
        long[][] counts = new long[2][256];
        Utf8 utf8 = new Utf8();
        long at = 0;
        for (int count = stream.read(room); count >= 0; count = stream.read(room)) {
            if (head.length < room.length) {
                int old = head.length;
                head = Arrays.copyOf(head, Math.min(room.length, old + count));
                System.arraycopy(room, 0, head, old, head.length - old);
            }
            for (int i = 0; i < count; i++, at++) {
                int value = room[i] & 0xFF;
                counts[(int) at & 1][value]++;
                if (value >= 0x80 || utf8.waiting > 0) {
                    utf8.take(value, at);
                }
            }
        }
        return new ByteCensus(head, at, counts, utf8.sequences, utf8.malformed, utf8.first);
    }

    /** Follows the table of well-formed byte sequences (Unicode standard, table 3-7). */
    private static final class Utf8 {
        int waiting;
        private int low = 0x80;
        private int high = 0xBF;
        long sequences;
        long malformed;
        long first = -1;

        void take(int value, long at) {
            if (waiting > 0) {
                if (value >= low && value <= high) {
                    waiting--;
                    sequences += waiting == 0 ? 1 : 0;
                    range(0x80, 0xBF);
                    return;
                }
                waiting = 0;
                range(0x80, 0xBF);
                bad(at - 1);
            }
            if (value >= 0xC2 && value <= 0xDF) {
                waiting = 1;
            } else if (value >= 0xE0 && value <= 0xEF) {
                waiting = 2;
                range(value == 0xE0 ? 0xA0 : 0x80, value == 0xED ? 0x9F : 0xBF);
            } else if (value >= 0xF0 && value <= 0xF4) {
                waiting = 3;
                range(value == 0xF0 ? 0x90 : 0x80, value == 0xF4 ? 0x8F : 0xBF);
            } else if (value >= 0x80) {
                bad(at);
            }
        }

        private void range(int low, int high) {
            this.low = low;
            this.high = high;
        }

        private void bad(long at) {
            malformed++;
            first = first < 0 ? at : first;
        }
    }
}
