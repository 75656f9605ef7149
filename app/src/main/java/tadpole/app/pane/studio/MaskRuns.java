package tadpole.app.pane.studio;

import java.util.Arrays;
import tadpole.engine.picture.mask.Mask;

/** A mask in little memory, to the last bit: how often a number stands in a row, or numbers as they are. Nearly all of a mask is 0 or 1. */
final class MaskRuns {

    private static final int SHORTEST = 3;

    private final int height;
    private final int width;
    private final int[] runs;

    private MaskRuns(int height, int width, int[] runs) {
        this.height = height;
        this.width = width;
        this.runs = runs;
    }

    static MaskRuns of(Mask mask) {
        float[] values = mask.values();
        int[] runs = new int[64];
        int count = 0;
        int at = 0;
        while (at < values.length) {
            int same = same(values, at);
            int length = same >= SHORTEST ? same : different(values, at);
            int needed = 1 + (same >= SHORTEST ? 1 : length);
            if (count + needed > runs.length) {
                runs = Arrays.copyOf(runs, Math.max(2 * runs.length, count + needed));
            }
            runs[count++] = same >= SHORTEST ? length : -length;
            for (int i = 0; i < needed - 1; i++) {
                runs[count++] = Float.floatToRawIntBits(values[at + i]);
            }
            at += length;
        }
        return new MaskRuns(mask.height(), mask.width(), Arrays.copyOf(runs, count));
    }

    private static int same(float[] values, int from) {
        int bits = Float.floatToRawIntBits(values[from]);
        int at = from + 1;
        while (at < values.length && Float.floatToRawIntBits(values[at]) == bits) {
            at++;
        }
        return at - from;
    }

    /** How many come before the next run. */
    private static int different(float[] values, int from) {
        int at = from;
        while (at < values.length && !(at + SHORTEST <= values.length && values[at] == values[at + 1] && values[at + 1] == values[at + 2])) {
            at++;
        }
        return Math.max(1, at - from);
    }

    Mask mask() {
        float[] values = new float[height * width];
        int at = 0;
        int place = 0;
        while (place < runs.length) {
            int length = runs[place++];
            if (length > 0) {
                Arrays.fill(values, at, at + length, Float.intBitsToFloat(runs[place++]));
                at += length;
            } else {
                for (int i = 0; i < -length; i++) {
                    values[at++] = Float.intBitsToFloat(runs[place++]);
                }
            }
        }
        return new Mask(height, width, values);
    }

    /** Numbers that are kept. */
    int size() {
        return runs.length;
    }
}
