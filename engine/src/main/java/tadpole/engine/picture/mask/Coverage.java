package tadpole.engine.picture.mask;

import java.util.Arrays;

/** How much of every pixel lies inside a shape, summed up from spans of a sixteenth of a row's height. */
final class Coverage {

    static final int LINES = 16;

    private final int height;
    private final int width;
    private final float[] values;

    Coverage(int height, int width) {
        this.height = height;
        this.width = width;
        this.values = new float[height * width];
    }

    /** Middle of a line, in pixels from the upper edge. Lines are counted from 0 at the top, {@link #LINES} to a row. */
    static double middle(int line) {
        return (line + 0.5) / LINES;
    }

    /** The first line whose middle lies at or below a height, within the picture. */
    int lineAt(double y) {
        return (int) Math.clamp(Math.ceil(y * LINES - 0.5), 0.0, (double) height * LINES);
    }

    void add(int line, double left, double right) {
        double from = Math.clamp(left, 0.0, (double) width);
        double to = Math.clamp(right, 0.0, (double) width);
        if (to <= from) {
            return;
        }
        int row = line / LINES * width;
        int first = (int) from;
        int last = Math.min((int) to, width - 1);
        if (first == last) {
            values[row + first] += (float) ((to - from) / LINES);
            return;
        }
        values[row + first] += (float) ((first + 1 - from) / LINES);
        for (int x = first + 1; x < last; x++) {
            values[row + x] += 1f / LINES;
        }
        values[row + last] += (float) ((to - last) / LINES);
    }

    Mask mask() {
        float[] made = Arrays.copyOf(values, values.length);
        for (int i = 0; i < made.length; i++) {
            made[i] = Math.min(1, made[i]);
        }
        return new Mask(height, width, made);
    }
}
