package tadpole.engine.language;

import java.util.Arrays;

/** Ids in a row that grows. */
final class Ids {

    private static final int LONGEST = Integer.MAX_VALUE - 16;

    private int[] ids = new int[1024];
    private int size;

    void add(int id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, (int) Math.min(LONGEST, size + (size >> 1) + 16L));
        }
        ids[size++] = id;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(ids, size);
    }

    int[] toArray(int from, int to) {
        return Arrays.copyOfRange(ids, from, to);
    }
}
