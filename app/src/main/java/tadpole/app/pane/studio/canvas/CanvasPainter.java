package tadpole.app.pane.studio.canvas;

import tadpole.engine.picture.Box;

/** Paints what is seen of the layers into one field of colors: nearest neighbor enlarged by a whole number, bilinear by another, means of what a pixel covers made smaller. */
final class CanvasPainter {

    /** Parts of a pixel that a mean tells apart. */
    private static final int PARTS = 64;
    private static final int OPAQUE = 0xFF000000;
    private static final int RED_BLUE = 0xFF00FF;
    private static final int GREEN = 0xFF00;

    private final CanvasGeometry geometry;
    private final int[] before;
    private final int[] now;
    private final int wipe;

    /**
     * @param before colors of the painting's pixels, row by row
     * @param now    the same at the right of the wipe
     * @param wipe   where it stands, in pixels of the canvas
     */
    CanvasPainter(CanvasGeometry geometry, int[] before, int[] now, int wipe) {
        this.geometry = geometry;
        this.before = before;
        this.now = now;
        this.wipe = wipe;
    }

    /**
     * @param part   in pixels of the canvas, of what is seen
     * @param field  colors of all that is seen, row by row
     */
    void paint(Box part, int[] field) {
        Box seen = geometry.seen();
        int parted = Math.clamp(wipe, part.x(), part.right());
        Box left = Box.between(part.x(), part.y(), parted, part.bottom());
        Box right = Box.between(parted, part.y(), part.right(), part.bottom());
        paint(left, before, seen, field);
        paint(right, now, seen, field);
    }

    private void paint(Box part, int[] colors, Box seen, int[] field) {
        if (geometry.isShrunk()) {
            shrink(part, colors, seen, field);
        } else if (geometry.isWhole()) {
            enlarge(part, colors, seen, field);
        } else {
            smooth(part, colors, seen, field);
        }
    }

    private void smooth(Box part, int[] colors, Box seen, int[] field) {
        if (part.isEmpty()) {
            return;
        }
        Between across = new Between(part.x() - geometry.left(), part.width(), geometry.cell(), geometry.columns());
        Between down = new Between(part.y() - geometry.top(), part.height(), geometry.cell(), geometry.rows());
        for (int y = 0; y < part.height(); y++) {
            int at = (part.y() + y - seen.y()) * seen.width() + part.x() - seen.x();
            int above = down.first[y] * geometry.columns();
            int below = down.next[y] * geometry.columns();
            for (int x = 0; x < part.width(); x++) {
                int left = across.first[x];
                int right = across.next[x];
                field[at + x] = between(between(colors[above + left], colors[above + right], across.share[x]),
                        between(colors[below + left], colors[below + right], across.share[x]), down.share[y]);
            }
        }
    }

    /** Red and blue at once: neither reaches the other's bits. */
    private static int between(int one, int other, int share) {
        int rest = PARTS - share;
        int redBlue = ((one & RED_BLUE) * rest + (other & RED_BLUE) * share + PARTS / 2 * 0x10001) / PARTS & RED_BLUE;
        int green = ((one & GREEN) * rest + (other & GREEN) * share + PARTS / 2 * 0x100) / PARTS & GREEN;
        return OPAQUE | redBlue | green;
    }

    private void enlarge(Box part, int[] colors, Box seen, int[] field) {
        int cell = (int) geometry.cell();
        int last = -1;
        for (int y = part.y(); y < part.bottom(); y++) {
            int row = (y - geometry.top()) / cell;
            int at = (y - seen.y()) * seen.width() + part.x() - seen.x();
            if (row == last) {
                System.arraycopy(field, at - seen.width(), field, at, part.width());
                continue;
            }
            last = row;
            int column = (part.x() - geometry.left()) / cell;
            int within = (part.x() - geometry.left()) % cell;
            int from = row * geometry.columns();
            for (int x = 0; x < part.width(); x++) {
                field[at + x] = colors[from + column];
                if (++within == cell) {
                    within = 0;
                    column++;
                }
            }
        }
    }

    private void shrink(Box part, int[] colors, Box seen, int[] field) {
        if (part.isEmpty()) {
            return;
        }
        Spans across = new Spans(part.x() - geometry.left(), part.width(), geometry.cell(), geometry.columns());
        Spans down = new Spans(part.y() - geometry.top(), part.height(), geometry.cell(), geometry.rows());
        for (int y = 0; y < part.height(); y++) {
            int at = (part.y() + y - seen.y()) * seen.width() + part.x() - seen.x();
            for (int x = 0; x < part.width(); x++) {
                field[at + x] = mean(colors, across, x, down, y);
            }
        }
    }

    private int mean(int[] colors, Spans across, int x, Spans down, int y) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int row = down.first[y]; row <= down.last[y]; row++) {
            int tall = row == down.first[y] ? down.begin[y] : row == down.last[y] ? down.end[y] : PARTS;
            int from = row * geometry.columns();
            for (int column = across.first[x]; column <= across.last[x]; column++) {
                int wide = column == across.first[x] ? across.begin[x] : column == across.last[x] ? across.end[x] : PARTS;
                int color = colors[from + column];
                int weight = tall * wide;
                red += (long) weight * (color >> 16 & 255);
                green += (long) weight * (color >> 8 & 255);
                blue += (long) weight * (color & 255);
            }
        }
        long all = (long) across.sum[x] * down.sum[y];
        return OPAQUE | (int) ((red + all / 2) / all) << 16 | (int) ((green + all / 2) / all) << 8 | (int) ((blue + all / 2) / all);
    }

    /** Between the middles of which two pixels of the painting each pixel of the screen lies along one side, and how far, in {@link #PARTS}. */
    private static final class Between {

        private final int[] first;
        private final int[] next;
        private final int[] share;

        Between(int from, int count, double cell, int size) {
            first = new int[count];
            next = new int[count];
            share = new int[count];
            for (int i = 0; i < count; i++) {
                double at = Math.clamp((from + i + 0.5) / cell - 0.5, 0.0, size - 1.0);
                first[i] = (int) at;
                next[i] = Math.min(size - 1, first[i] + 1);
                share[i] = (int) Math.round((at - first[i]) * PARTS);
            }
        }
    }

    /** Which pixels of the painting each pixel of the screen covers along one side, and which part of the first and the last. */
    private static final class Spans {

        private final int[] first;
        private final int[] last;
        private final int[] begin;
        private final int[] end;
        private final int[] sum;

        Spans(int from, int count, double cell, int size) {
            first = new int[count];
            last = new int[count];
            begin = new int[count];
            end = new int[count];
            sum = new int[count];
            for (int i = 0; i < count; i++) {
                double start = Math.clamp((from + i) / cell, 0.0, size - 1.0 / PARTS);
                double stop = Math.clamp((from + i + 1) / cell, start + 1.0 / PARTS, size);
                first[i] = (int) start;
                last[i] = Math.max(first[i], (int) Math.ceil(stop) - 1);
                if (first[i] == last[i]) {
                    begin[i] = PARTS;
                    sum[i] = PARTS;
                } else {
                    begin[i] = Math.max(1, (int) Math.round((first[i] + 1 - start) * PARTS));
                    end[i] = Math.max(1, (int) Math.round((stop - last[i]) * PARTS));
                    sum[i] = begin[i] + end[i] + PARTS * (last[i] - first[i] - 1);
                }
            }
        }
    }
}
