package tadpole.engine.picture.histogram;

import java.util.Arrays;

/**
 * Puts the places of values in the order of the values, in time that grows with their number only: a radix sort of three rounds. Equal values
 * keep the order of their places. Holds memory for so many values, used again by every call; for one thread.
 */
public final class Ranking {

    private static final int ROUNDS = 3;
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private final int[][] counts = new int[ROUNDS][BUCKETS];
    private int[] keys;
    private int[] order;
    private int[] otherKeys;
    private int[] otherOrder;

    /** @param most values there will be at once */
    public Ranking(int most) {
        keys = new int[most];
        order = new int[most];
        otherKeys = new int[most];
        otherOrder = new int[most];
    }

    /**
     * The places from the one of the least value to the one of the greatest.
     *
     * @param places counted from the offset; not changed
     * @return as long as places, or longer; written over by the next call
     */
    public int[] order(float[] values, int offset, int[] places) {
        for (int[] round : counts) {
            Arrays.fill(round, 0);
        }
        for (int i = 0; i < places.length; i++) {
            int bits = Float.floatToRawIntBits(values[offset + places[i]] + 0f);
            int key = bits ^ (bits >> 31 | Integer.MIN_VALUE);
            keys[i] = key;
            order[i] = places[i];
            counts[0][key & BUCKETS - 1]++;
            counts[1][key >>> BITS & BUCKETS - 1]++;
            counts[2][key >>> 2 * BITS]++;
        }
        for (int round = 0; round < ROUNDS; round++) {
            sort(places.length, round);
        }
        return order;
    }

    private void sort(int size, int round) {
        int[] starts = counts[round];
        int sum = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int count = starts[bucket];
            if (count == size) {
                return;
            }
            starts[bucket] = sum;
            sum += count;
        }
        for (int i = 0; i < size; i++) {
            int to = starts[keys[i] >>> round * BITS & BUCKETS - 1]++;
            otherKeys[to] = keys[i];
            otherOrder[to] = order[i];
        }
        int[] sortedKeys = otherKeys;
        int[] sortedOrder = otherOrder;
        otherKeys = keys;
        otherOrder = order;
        keys = sortedKeys;
        order = sortedOrder;
    }
}
