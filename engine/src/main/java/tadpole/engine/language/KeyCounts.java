package tadpole.engine.language;

import java.util.Arrays;

/** Counts of long keys in open addressing: 16 bytes a place, no object a key. Every key has a number by order of arrival. */
final class KeyCounts {

    private static final int FIRST = 1 << 10;

    private int[] places = new int[FIRST];
    private long[] keys = new long[FIRST / 2];
    private int[] counts = new int[FIRST / 2];
    private int size;

    /** Adds one. @return the key's number; {@code -1 - number} where the key is new */
    int add(long key) {
        int place = place(key);
        int number = places[place] - 1;
        if (number >= 0) {
            counts[number]++;
            return number;
        }
        if (size == keys.length) {
            grow();
            place = place(key);
        }
        keys[size] = key;
        counts[size] = 1;
        places[place] = ++size;
        return -size;
    }

    /** The key's number, -1 where it was never added. */
    int number(long key) {
        return places[place(key)] - 1;
    }

    /** How often a key was added; 0 for the number -1. */
    int count(int number) {
        return number < 0 ? 0 : counts[number];
    }

    long key(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

    private int place(long key) {
        int mask = places.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed ^ mixed >>> 32) & mask;
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        places = new int[4 * size];
        for (int number = 0; number < size; number++) {
            places[place(keys[number])] = number + 1;
        }
    }
}
