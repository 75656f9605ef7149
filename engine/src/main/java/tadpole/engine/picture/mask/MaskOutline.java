package tadpole.engine.picture.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.picture.Box;

/**
 * The line around a mask: where its value, straight between the middles of pixels, is one half. Marching squares; beyond the picture there is
 * nothing, so that every line is closed.
 *
 * @param lines each x0, y0, x1, y1, ... in pixels from the upper left corner; the last corner is joined to the first. The selected side
 *              lies to the right of the way along it (y points down)
 */
public record MaskOutline(List<float[]> lines) {

    private static final float LEVEL = 0.5f;

    public MaskOutline {
        lines = List.copyOf(lines);
    }

    public static MaskOutline of(Mask mask) {
        return new Squares(mask).outline();
    }

    /** Corners of all lines. */
    public int corners() {
        return lines.stream().mapToInt(line -> line.length / 2).sum();
    }

    /**
     * Walks over the squares between the middles of four pixels. A corner of the line lies on the side between two middles, and every side
     * that holds one is entered once and left once: next[side] is where the line goes on. Sides are numbered 2 · (upper or left middle), + 1
     * for those that go down.
     */
    private static final class Squares {

        private final Mask mask;
        private final Box box;
        private final int columns;
        private final int[] next;

        Squares(Mask mask) {
            this.mask = mask;
            this.box = mask.boxAbove(0).grown(1);
            this.columns = box.width();
            this.next = new int[2 * box.width() * box.height()];
            Arrays.fill(next, -1);
        }

        MaskOutline outline() {
            for (int y = 0; y + 1 < box.height(); y++) {
                boolean before = isMixed(0, y);
                for (int x = 0; x + 1 < columns; x++) {
                    boolean after = isMixed(x + 1, y);
                    if (before || after || value(x, y) >= LEVEL != value(x + 1, y) >= LEVEL) {
                        square(x, y);
                    }
                    before = after;
                }
            }
            List<float[]> lines = new ArrayList<>();
            for (int side = 0; side < next.length; side++) {
                if (next[side] >= 0) {
                    lines.add(follow(side));
                }
            }
            return new MaskOutline(lines);
        }

        /** Whether the line passes between a middle and the one below. */
        private boolean isMixed(int x, int y) {
            return value(x, y) >= LEVEL != value(x, y + 1) >= LEVEL;
        }

        /** Around a square the line goes from a side where the selection ends, clockwise, to one where it begins: the nearer of two, if the middle is selected. */
        private void square(int x, int y) {
            float[] corners = {value(x, y), value(x + 1, y), value(x + 1, y + 1), value(x, y + 1)};
            int up = 2 * (y * columns + x);
            int[] sides = {up, up + 3, up + 2 * columns, up + 1};
            int turn = corners[0] + corners[1] + corners[2] + corners[3] >= 4 * LEVEL ? 1 : 3;
            for (int k = 0; k < 4; k++) {
                if (corners[k] >= LEVEL && corners[(k + 1) % 4] < LEVEL) {
                    int other = (k + turn) % 4;
                    while (corners[other] >= LEVEL || corners[(other + 1) % 4] < LEVEL) {
                        other = (other + turn) % 4;
                    }
                    next[sides[k]] = sides[other];
                }
            }
        }

        private float[] follow(int start) {
            float[] line = new float[64];
            int count = 0;
            int side = start;
            while (next[side] >= 0) {
                if (count == line.length) {
                    line = Arrays.copyOf(line, 2 * count);
                }
                int middle = side / 2;
                int x = middle % columns;
                int y = middle / columns;
                boolean goesDown = side % 2 == 1;
                float from = value(x, y);
                float to = goesDown ? value(x, y + 1) : value(x + 1, y);
                float part = (LEVEL - from) / (to - from);
                line[count++] = box.x() + x + 0.5f + (goesDown ? 0 : part);
                line[count++] = box.y() + y + 0.5f + (goesDown ? part : 0);
                int following = next[side];
                next[side] = -1;
                side = following;
            }
            return Arrays.copyOf(line, count);
        }

        private float value(int x, int y) {
            int column = box.x() + x;
            int row = box.y() + y;
            return column < 0 || row < 0 || column >= mask.width() || row >= mask.height() ? 0 : mask.at(row, column);
        }
    }
}
