package tadpole.engine.language;

import java.util.Arrays;

/** Ids in a row that grows. */
final class Ids {

    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private int[] ids;
    private int size;

    Ids() {
        this(1024);
    }

    /** @param expected how many will come; right, and nothing is copied */
    Ids(int expected) {
        ids = new int[expected];
    }

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, (int) Math.min(LONGEST, size + (size >> 1) + 16L));
        }
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    /** The ids, which are this one's own where as many came as were expected. */
    int[] toArray() {
        return size == ids.length ? ids : Arrays.copyOf(ids, size);
    }
}
