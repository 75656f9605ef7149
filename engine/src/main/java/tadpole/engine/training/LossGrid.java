package tadpole.engine.training;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.surface.Surface.Window;

/**
 * Losses on a square grid of 2ⁿ + 1 points a side over a window, which come in coarse first: every 8th point, every 4th and so
 * on. Where a point is not known yet, its coarser neighbors stand for it. Rows go upward.
 */
public final class LossGrid {

    private static final int COARSEST = 8;
    private static final double MARGIN = 0.3;
    private static final double NARROWEST = 0.3;

    private final int side;
    private final Window window;
    private final double[] losses;
    private final int[] order;
    private int known;

    public LossGrid(int side, Window window) {
        if (side < COARSEST + 1 || Integer.bitCount(side - 1) != 1) {
            throw new IllegalArgumentException("A grid has 9, 17, 33, 65 or 129 points a side, but " + side + " are given.");
        }
        this.side = side;
        this.window = window;
        this.losses = new double[side * side];
        this.order = order(side);
        Arrays.fill(losses, Double.NaN);
    }

    /** Around all paths with a margin, not too narrow, and so that (0, 0) is a point of the grid. */
    static LossGrid around(List<TrainingPath> paths, int side) {
        List<TrainingPath.Moment> all = paths.stream().flatMap(each -> each.moments().stream()).toList();
        double[] x = span(all.stream().mapToDouble(TrainingPath.Moment::x).toArray());
        double[] y = span(all.stream().mapToDouble(TrainingPath.Moment::y).toArray());
        double narrowest = NARROWEST * Math.max(x[1] - x[0], y[1] - y[0]);
        double[] wide = onTheGrid(widened(x, narrowest), side);
        double[] high = onTheGrid(widened(y, narrowest), side);
        return new LossGrid(side, new Window(wide[0], wide[1], high[0], high[1]));
    }

    private static double[] span(double[] values) {
        return new double[] {Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(0)};
    }

    private static double[] widened(double[] span, double narrowest) {
        double lacking = Math.max(0, narrowest - (span[1] - span[0])) / 2;
        double margin = MARGIN * Math.max(narrowest, span[1] - span[0]);
        return new double[] {span[0] - lacking - margin, span[1] + lacking + margin};
    }

    private static double[] onTheGrid(double[] span, int side) {
        double step = (span[1] - span[0]) / (side - 1);
        long left = Math.round(-span[0] / step);
        return new double[] {-left * step, (side - 1 - left) * step};
    }

    private LossGrid(LossGrid other) {
        side = other.side;
        window = other.window;
        losses = other.losses.clone();
        order = other.order;
        known = other.known;
    }

    /** Coarse points first, each once; of one fineness by rows. */
    private static int[] order(int side) {
        int[] order = new int[side * side];
        int count = 0;
        for (int stride = (side - 1) / COARSEST; stride >= 1; stride /= 2) {
            boolean first = stride == (side - 1) / COARSEST;
            for (int row = 0; row < side; row += stride) {
                for (int column = 0; column < side; column += stride) {
                    if (first || row % (2 * stride) != 0 || column % (2 * stride) != 0) {
                        order[count++] = row * side + column;
                    }
                }
            }
        }
        return order;
    }

    public LossGrid copy() {
        return new LossGrid(this);
    }

    public int side() {
        return side;
    }

    public Window window() {
        return window;
    }

    public int known() {
        return known;
    }

    public int size() {
        return losses.length;
    }

    /** Along the first direction. */
    double x(int point) {
        return window.left() + window.width() * (point % side) / (side - 1);
    }

    /** Along the second direction. */
    double y(int point) {
        return window.bottom() + window.height() * (point / side) / (side - 1);
    }

    /** The point that comes next. */
    int next() {
        return order[known];
    }

    /** Takes the loss of the {@linkplain #next next} point; what is no number counts as infinite. */
    public void add(double loss) {
        losses[order[known++]] = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    /** How far apart the points stand that are all known; 0 before that. */
    public int stride() {
        int stride = (side - 1) / COARSEST;
        if (known < (COARSEST + 1) * (COARSEST + 1)) {
            return 0;
        }
        for (int finer = stride / 2; finer >= 1; finer /= 2) {
            int points = (side - 1) / finer + 1;
            if (known < points * points) {
                break;
            }
            stride = finer;
        }
        return stride;
    }

    /** The loss of a point where it is known, else between those of the coarser points around it; NaN before there are any. */
    public double at(int row, int column) {
        double loss = losses[row * side + column];
        int stride = stride();
        return !Double.isNaN(loss) || stride == 0 ? loss : between(row, column, stride);
    }

    private double between(double row, double column, int stride) {
        int top = Math.min((int) (row / stride) * stride, side - 1 - stride);
        int left = Math.min((int) (column / stride) * stride, side - 1 - stride);
        double down = (row - top) / stride;
        double right = (column - left) / stride;
        return mix(mix(losses[top * side + left], losses[top * side + left + stride], right),
                mix(losses[(top + stride) * side + left], losses[(top + stride) * side + left + stride], right), down);
    }

    private static double mix(double a, double b, double share) {
        return share == 0 ? a : share == 1 ? b : a + share * (b - a);
    }

    /** Between the four known points around a place; NaN outside of the window and before there are any. */
    public double at(double x, double y) {
        int stride = stride();
        return stride == 0 || !window.contains(x, y) ? Double.NaN : between(row(y), column(x), stride);
    }

    private double row(double y) {
        return (side - 1) * (y - window.bottom()) / window.height();
    }

    private double column(double x) {
        return (side - 1) * (x - window.left()) / window.width();
    }

    /** The least loss so far that is a number; NaN before there is one. */
    public double least() {
        return Arrays.stream(losses).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    public double greatest() {
        return Arrays.stream(losses).filter(Double::isFinite).max().orElse(Double.NaN);
    }
}
