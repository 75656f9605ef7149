package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The windows of a picture as the rows of a matrix (image to rows, im2col), so that a convolution is one product: output = rows · weights + bias.
 * Shapes: rows [output height · output width, in / groups · kernel height · kernel width], a filter's weights are one column. The matrix is never
 * built: of a large picture it has hundreds of millions of bytes, and every number of it stands in the picture already.
 */
public final class ImageRows {

    private final Convolved convolved;
    private final int filter;

    /** One number of the matrix. */
    public record Cell(int row, int column) {}

    /** @param filter the one whose group of channels is laid out: all filters share one matrix, but with {@link Mixing#EACH} each has its own */
    public ImageRows(Convolved convolved, int filter) {
        if (filter < 0 || filter >= convolved.channels()) {
            throw new IllegalArgumentException("There are %d filters, but here is number %d, counted from 0.".formatted(convolved.channels(), filter));
        }
        this.convolved = convolved;
        this.filter = filter;
    }

    public Convolved convolved() {
        return convolved;
    }

    public int filter() {
        return filter;
    }

    /** One for each place of the window. */
    public int rows() {
        return convolved.height() * convolved.width();
    }

    /** One for each weight of a filter. */
    public int columns() {
        return convolved.depth() * kernelHeight() * kernelWidth();
    }

    /** How many numbers the matrix has. */
    public long size() {
        return (long) rows() * columns();
    }

    /** What the matrix would take as floats. */
    public long bytes() {
        return size() * Float.BYTES;
    }

    public int kernelHeight() {
        return convolved.weight().shape().at(2);
    }

    public int kernelWidth() {
        return convolved.weight().shape().at(3);
    }

    /** The row of an output place. */
    public int row(int y, int x) {
        return y * convolved.width() + x;
    }

    /** The output place's row of a row of the matrix. */
    public int y(int row) {
        return row / convolved.width();
    }

    public int x(int row) {
        return row % convolved.width();
    }

    /** @param channel of the picture */
    public int column(int channel, int u, int v) {
        return ((channel - convolved.firstChannel(filter)) * kernelHeight() + u) * kernelWidth() + v;
    }

    /** The picture's channel whose pixels stand in a column. */
    public int channel(int column) {
        return convolved.firstChannel(filter) + column / (kernelHeight() * kernelWidth());
    }

    /** The kernel's row, as it slides, whose weight a column meets. */
    public int u(int column) {
        return column / kernelWidth() % kernelHeight();
    }

    public int v(int column) {
        return column % kernelWidth();
    }

    /** What stands in the matrix, where it comes from, and the weight that it meets. */
    public WindowSum.Product cell(int row, int column) {
        return convolved.product(filter, y(row), x(row), channel(column) - convolved.firstChannel(filter), u(column), v(column));
    }

    public float at(int row, int column) {
        return cell(row, column).pixel();
    }

    /** The filter's weights as a column. */
    public float weight(int column) {
        return convolved.weight().data()[filter * columns() + column];
    }

    public float bias() {
        return convolved.bias().data()[filter];
    }

    /** Row times column, in double, before bias and ReLU. */
    public double product(int row) {
        double sum = 0;
        for (int column = 0; column < columns(); column++) {
            sum += (double) at(row, column) * weight(column);
        }
        return sum;
    }

    /** The engine's own number for a row, after bias and ReLU. */
    public float output(int row) {
        return convolved.at(filter, y(row), x(row));
    }

    /**
     * Where a pixel stands in the matrix, row by row: once for every window that it is in, more often where the border repeats it. Rows back to
     * the image (col2im) adds up just these cells.
     *
     * @param channel of the picture; one that the filter does not see stands nowhere
     */
    public List<Cell> cellsOf(int channel, int y, int x) {
        int c = channel - convolved.firstChannel(filter);
        if (c < 0 || c >= convolved.depth()) {
            return List.of();
        }
        List<Meeting> down = meetings(y, convolved.height(), kernelHeight(), convolved.picture().height());
        List<Meeting> right = meetings(x, convolved.width(), kernelWidth(), convolved.picture().width());
        List<Cell> cells = new ArrayList<>();
        for (Meeting vertical : down) {
            for (Meeting horizontal : right) {
                cells.add(new Cell(row(vertical.place(), horizontal.place()), column(channel, vertical.weight(), horizontal.weight())));
            }
        }
        cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
        return List.copyOf(cells);
    }

    /** A place of the window along one axis, and the kernel's row or column that then lies over a pixel. */
    private record Meeting(int place, int weight) {}

    private List<Meeting> meetings(int pixel, int places, int kernel, int size) {
        ConvolutionPlan plan = convolved.plan();
        int before = plan.padding().before(kernel, plan.dilation());
        List<Meeting> meetings = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            for (int weight = 0; weight < kernel; weight++) {
                if (plan.padding().source(place * plan.stride() + weight * plan.dilation() - before, size) == pixel) {
                    meetings.add(new Meeting(place, weight));
                }
            }
        }
        return meetings;
    }
}
