package tadpole.app.image;

import java.util.Optional;
import tadpole.app.chart.Digits;

/**
 * Where the cells of a picture and of the padding around it lie on the screen, in the screen's pixels. Enlarged, a cell is a whole number of
 * pixels; shrunk, a part of one.
 *
 * @param size   rows and columns
 * @param cell   side of a cell
 * @param left   left edge of the picture's first column
 * @param top    upper edge of its first row
 * @param fit    side of a cell with which all would fit exactly, if it need not be whole
 * @param width  of the view
 */
record PlaneGeometry(Size size, double cell, int left, int top, double fit, int width, int height) {

    /** The largest cell that one may zoom to. */
    static final int LARGEST = 128;
    private static final double ROUNDING = 1e-6;
    private static final double STEP = 1.25;

    /** Rows and columns of the picture, and how many of the padding stand before and after them. */
    record Size(int rows, int columns, int above, int before, int below, int after, int margin) {

        static Size of(int rows, int columns, PlaneModel.Around around, int margin) {
            return new Size(rows, columns, around.top(), around.left(), around.bottom(), around.right(), margin);
        }

        private int wantedRows() {
            return Math.max(above, margin) + rows + Math.max(below, margin);
        }

        private int wantedColumns() {
            return Math.max(before, margin) + columns + Math.max(after, margin);
        }
    }

    /** @param alignX where the picture stands in a wider view: 0 at the left, 0.5 in the middle, 1 at the right */
    record Align(double alignX, double alignY) {

        static final Align MIDDLE = new Align(0.5, 0.5);
    }

    /** A place on an axis: where its first cell begins. */
    private record Axis(int cells, int before, int after, double cell, int room) {

        /** @param center as a share of the picture */
        private int origin(double center, double align) {
            double all = (before + cells + after) * cell;
            if (all <= room + ROUNDING) {
                return (int) (Math.round((room - all) * align) + Math.round(before * cell));
            }
            double wanted = room / 2.0 - center * cells * cell;
            return (int) Math.round(Math.clamp(wanted, room - (cells + after) * cell, before * cell));
        }

        /** The share in the middle, where the first cell begins there. */
        private double center(int origin) {
            return (before + cells + after) * cell <= room + ROUNDING ? 0.5 : (room / 2.0 - origin) / (cells * cell);
        }
    }

    static PlaneGeometry of(Size size, Viewport viewport, Align align, int width, int height) {
        double fit = Math.min((double) width / size.wantedColumns(), (double) height / size.wantedRows());
        double cell = Math.min(Math.max(LARGEST, whole(fit)), whole(fit * viewport.zoomProperty().get()));
        return new PlaneGeometry(size, cell,
                new Axis(size.columns, size.before, size.after, cell, width).origin(viewport.centerXProperty().get(), align.alignX),
                new Axis(size.rows, size.above, size.below, cell, height).origin(viewport.centerYProperty().get(), align.alignY),
                fit, width, height);
    }

    private static double whole(double cell) {
        return cell >= 1 - ROUNDING ? Math.floor(cell + ROUNDING) : cell;
    }

    boolean isShrunk() {
        return cell < 1;
    }

    /** Whether everything is seen. */
    boolean isWhole() {
        return left - size.before * cell >= -0.5 && top - size.above * cell >= -0.5 && xOf(size.columns + size.after) <= width
                && yOf(size.rows + size.below) <= height;
    }

    /** Left edge of a column, also of one in the padding. */
    int xOf(int column) {
        return left + (int) Math.round(column * cell);
    }

    int yOf(int row) {
        return top + (int) Math.round(row * cell);
    }

    int columnAt(double x) {
        return (int) Math.floor((x - left) / cell);
    }

    int rowAt(double y) {
        return (int) Math.floor((y - top) / cell);
    }

    /** The cell of picture or padding at a place of the view. */
    Optional<PixelModel.Pixel> at(double x, double y) {
        int row = rowAt(y);
        int column = columnAt(x);
        boolean there = row >= -size.above && row < size.rows + size.below && column >= -size.before && column < size.columns + size.after;
        return there ? Optional.of(new PixelModel.Pixel(row, column)) : Optional.empty();
    }

    /** What is seen of picture and padding, in pixels of the view. */
    int seenLeft() {
        return Math.max(0, xOf(-size.before));
    }

    int seenTop() {
        return Math.max(0, yOf(-size.above));
    }

    int seenWidth() {
        return Math.max(0, Math.min(width, xOf(size.columns + size.after)) - seenLeft());
    }

    int seenHeight() {
        return Math.max(0, Math.min(height, yOf(size.rows + size.below)) - seenTop());
    }

    /** Zooms one step further in or out, and keeps what is at (x, y) there. */
    void step(Viewport viewport, boolean in, double x, double y) {
        double next = Math.clamp(in ? larger() : smaller(), whole(fit), Math.max(LARGEST, whole(fit)));
        if (next == cell) {
            return;
        }
        double placeX = (x - left) / (cell * size.columns);
        double placeY = (y - top) / (cell * size.rows);
        viewport.show(next <= whole(fit) ? 1 : next / fit,
                placeX - (x - width / 2.0) / (next * size.columns), placeY - (y - height / 2.0) / (next * size.rows));
    }

    private double larger() {
        return cell < 1 ? Math.min(1, cell * STEP) : Math.max(cell + 1, Math.rint(cell * STEP));
    }

    private double smaller() {
        return cell <= 1 ? cell / STEP : Math.min(cell - 1, Math.rint(cell / STEP));
    }

    /** Moves the picture by so many pixels, as far as it goes. */
    void move(Viewport viewport, double right, double down) {
        Axis across = new Axis(size.columns, size.before, size.after, cell, width);
        Axis along = new Axis(size.rows, size.above, size.below, cell, height);
        double x = across.center(across.origin(across.center(left) - right / (size.columns * cell), 0.5));
        double y = along.center(along.origin(along.center(top) - down / (size.rows * cell), 0.5));
        viewport.center(x, y);
    }

    /** Moves the picture as little as it takes to see a cell. */
    void reveal(Viewport viewport, PixelModel.Pixel at) {
        double right = Math.max(0, -xOf(at.x())) + Math.min(0, width - xOf(at.x() + 1));
        double down = Math.max(0, -yOf(at.y())) + Math.min(0, height - yOf(at.y() + 1));
        if (right != 0 || down != 0) {
            move(viewport, right, down);
        }
    }

    /** Such as "10 : 1", or "1 : 2.4, smoothed". */
    String words() {
        if (!isShrunk()) {
            return "%d : 1".formatted((int) cell);
        }
        return "1 : %s, smoothed".formatted(Digits.two(1 / cell));
    }
}
