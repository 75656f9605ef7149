package tadpole.engine.picture.pull;

import java.util.Arrays;

/** Sorts places by their number: by digits of 11 bits, from the lowest, so that equal ones keep their order. Its buffers are used again. */
public final class Ranks {

    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private final int[] counts = new int[DIGITS + 1];
    private int[] keys;
    private int[] keysThen;
    private int[] places;
    private int[] placesThen;

    public Ranks(int n) {
        keys = new int[n];
        keysThen = new int[n];
        places = new int[n];
        placesThen = new int[n];
    }

    /** @return the places of the numbers from the least to the greatest, in a buffer that the next call writes over; NaN comes last or first */
    public int[] order(float[] values) {
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            // Negative floats stand upside down as whole numbers.
            keys[i] = bits ^ (bits >> 31 | Integer.MIN_VALUE);
            places[i] = i;
        }
        for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
            byDigit(shift);
        }
        return places;
    }

    private void byDigit(int shift) {
        Arrays.fill(counts, 0);
        for (int key : keys) {
            counts[(key >>> shift & DIGITS - 1) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            counts[digit + 1] += counts[digit];
        }
        for (int i = 0; i < keys.length; i++) {
            int at = counts[keys[i] >>> shift & DIGITS - 1]++;
            keysThen[at] = keys[i];
            placesThen[at] = places[i];
        }
        int[] swap = keys;
        keys = keysThen;
        keysThen = swap;
        swap = places;
        places = placesThen;
        placesThen = swap;
    }
}
