package tadpole.app.image;

import java.util.Arrays;
import java.util.function.Function;
import javafx.scene.paint.Color;
import tadpole.engine.tensor.Tensor;

/** Paints what is seen of a picture of numbers and of the padding around it: nearest neighbor enlarged, means of the cells shrunk. */
final class PlanePainter {

    /** Cells that a mean looks at in each direction, at most about twice as many. */
    private static final int LOOKED_AT = 4;
    private static final int HATCH = 6;
    private static final int SMALLEST_HATCHED = 4;

    private final Tensor values;
    private final int channel;
    private final Shades shades;
    private final PlaneModel.Around around;
    private final int ground;
    private final int groundHatch;
    private final int tint;

    PlanePainter(PlaneModel model, Tensor values, Function<String, Color> tokens) {
        this.values = values;
        Toning toning = model.toningProperty().get();
        boolean colored = toning.kind() == Toning.Kind.COLOR && values.shape().at(0) == 3;
        this.shades = Shades.of(colored || toning.kind() != Toning.Kind.COLOR ? toning : Toning.gray(toning.low(), toning.high()), tokens);
        this.channel = Math.min(model.channelProperty().get(), values.shape().at(0) - 1);
        this.around = model.aroundProperty().get();
        this.ground = 0xFF000000 | Shades.rgb(tokens.apply("window"));
        this.groundHatch = 0xFF000000 | Shades.rgb(tokens.apply("border"));
        this.tint = 0xFF000000 | Shades.rgb(tokens.apply("accent-soft"));
    }

    /** The channel that is drawn, or whose numbers are written. */
    int channel() {
        return channel;
    }

    /** The number that is written in a cell. */
    float number(int row, int column) {
        return isInside(row, column) ? values.data()[place(channel, row, column)] : around.value().at(channel, row, column);
    }

    boolean isInside(int row, int column) {
        return row >= 0 && row < values.shape().at(1) && column >= 0 && column < values.shape().at(2);
    }

    /** Opaque. */
    int color(int row, int column) {
        if (isInside(row, column)) {
            float[] data = values.data();
            return shades.isColored()
                    ? shades.of(data[place(0, row, column)], data[place(1, row, column)], data[place(2, row, column)])
                    : shades.of(data[place(channel, row, column)]);
        }
        if (around.zeros()) {
            return ground;
        }
        PlaneModel.Values value = around.value();
        int copied = shades.isColored()
                ? shades.of(value.at(0, row, column), value.at(1, row, column), value.at(2, row, column))
                : shades.of(value.at(channel, row, column));
        return Shades.mix(copied, tint, 0.5);
    }

    private int place(int ofChannel, int row, int column) {
        return (ofChannel * values.shape().at(1) + row) * values.shape().at(2) + column;
    }

    /** @param colors seenWidth · seenHeight of them, row by row */
    void paint(PlaneGeometry geometry, int[] colors) {
        if (geometry.isShrunk()) {
            shrink(geometry, colors);
        } else {
            enlarge(geometry, colors);
        }
    }

    private void enlarge(PlaneGeometry geometry, int[] colors) {
        int width = geometry.seenWidth();
        int height = geometry.seenHeight();
        int cell = (int) geometry.cell();
        int firstX = geometry.seenLeft();
        for (int y = 0; y < height; ) {
            int row = geometry.rowAt(geometry.seenTop() + y);
            int until = Math.min(height, geometry.yOf(row + 1) - geometry.seenTop());
            for (int x = 0; x < width; ) {
                int column = geometry.columnAt(firstX + x);
                int end = Math.min(width, geometry.xOf(column + 1) - firstX);
                int color = color(row, column);
                for (; x < end; x++) {
                    colors[y * width + x] = color;
                }
            }
            for (int below = y + 1; below < until; below++) {
                System.arraycopy(colors, y * width, colors, below * width, width);
            }
            y = until;
        }
        if (cell >= SMALLEST_HATCHED) {
            hatch(geometry, colors);
        }
    }

    /** Lines over what is no part of the picture, and over what is no number. */
    private void hatch(PlaneGeometry geometry, int[] colors) {
        int width = geometry.seenWidth();
        int rows = values.shape().at(1);
        int columns = values.shape().at(2);
        int columnsFrom = geometry.xOf(0) - geometry.seenLeft();
        int columnsTo = geometry.xOf(columns) - geometry.seenLeft();
        int zeroX = geometry.seenLeft() - geometry.left();
        for (int y = 0; y < geometry.seenHeight(); y++) {
            int row = geometry.rowAt(geometry.seenTop() + y);
            int phase = zeroX + geometry.seenTop() + y - geometry.top();
            for (int x = Math.floorMod(-phase, HATCH); x < width; x += HATCH) {
                int at = y * width + x;
                if (row < 0 || row >= rows || x < columnsFrom || x >= columnsTo) {
                    colors[at] = around.zeros() ? groundHatch : Shades.mix(colors[at], tint, 0.6);
                } else if (colors[at] == shades.broken()) {
                    colors[at] = Shades.mix(colors[at], ground, 0.7);
                }
            }
        }
    }

    private void shrink(PlaneGeometry geometry, int[] colors) {
        int width = geometry.seenWidth();
        int rows = values.shape().at(1);
        int columns = values.shape().at(2);
        int step = Math.max(1, (int) (1 / geometry.cell() / LOOKED_AT));
        int[] from = edges(geometry.seenLeft(), width, geometry.left(), geometry.cell());
        int inner = 0;
        while (inner < width && from[inner] < 0) {
            inner++;
        }
        int outer = width;
        while (outer > inner && from[outer - 1] >= columns) {
            outer--;
        }
        int[] rowFrom = edges(geometry.seenTop(), geometry.seenHeight(), geometry.top(), geometry.cell());
        float[][] sums = new float[shades.isColored() ? 3 : 1][width];
        for (int y = 0; y < geometry.seenHeight(); y++) {
            int row = rowFrom[y];
            if (row < 0 || row >= rows) {
                border(colors, y * width, row, from, 0, width);
                continue;
            }
            border(colors, y * width, row, from, 0, inner);
            border(colors, y * width, row, from, outer, width);
            int lastRow = Math.min(rows, Math.max(row + 1, rowFrom[y + 1]));
            for (int c = 0; c < sums.length; c++) {
                means(shades.isColored() ? c : channel, row, lastRow, step, from, inner, outer, sums[c]);
            }
            for (int x = inner; x < outer; x++) {
                colors[y * width + x] = shades.isColored() ? shades.of(sums[0][x], sums[1][x], sums[2][x]) : shades.of(sums[0][x]);
            }
        }
    }

    /** The first cell of each pixel, and of the one after the last. */
    private static int[] edges(int first, int count, int zero, double cell) {
        int[] edges = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = (int) Math.floor((first + i - zero) / cell);
        }
        return edges;
    }

    private void border(int[] colors, int offset, int row, int[] columns, int from, int to) {
        for (int x = from; x < to; x++) {
            colors[offset + x] = color(row, columns[x]);
        }
    }

    private void means(int ofChannel, int row, int lastRow, int step, int[] from, int inner, int outer, float[] means) {
        float[] data = values.data();
        int columns = values.shape().at(2);
        Arrays.fill(means, inner, outer, 0);
        int lines = 0;
        for (int r = row; r < lastRow; r += step, lines++) {
            int line = place(ofChannel, r, 0);
            for (int x = inner; x < outer; x++) {
                float sum = 0;
                int end = Math.min(columns, Math.max(from[x] + 1, from[x + 1]));
                for (int i = from[x]; i < end; i += step) {
                    sum += data[line + i];
                }
                means[x] += sum;
            }
        }
        for (int x = inner; x < outer; x++) {
            int end = Math.min(columns, Math.max(from[x] + 1, from[x + 1]));
            means[x] /= lines * Math.ceilDiv(end - from[x], step);
        }
    }
}
