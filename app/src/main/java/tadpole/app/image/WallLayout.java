package tadpole.app.image;

import java.util.OptionalInt;

/**
 * Where each image of a wall stands: arithmetic only, so that a wall of any length costs nothing to lay out.
 *
 * @param count      images in all
 * @param width      of what is seen, in pixels; the same unit for all lengths here
 * @param height     of what is seen
 * @param cellWidth  of one image
 * @param cellHeight of one image
 */
record WallLayout(int count, int width, int height, int cellWidth, int cellHeight) {

    int columns() {
        return Math.max(1, width / cellWidth);
    }

    /** What is left over beside the columns, half of it: they stand in the middle. */
    int margin() {
        return Math.max(0, width - columns() * cellWidth) / 2;
    }

    int rows() {
        return (count + columns() - 1) / columns();
    }

    /** Whole rows that are seen at once. */
    int rowsSeen() {
        return Math.max(1, height / cellHeight);
    }

    /** Height of all rows together. */
    int length() {
        return rows() * cellHeight;
    }

    /** The farthest that one can scroll. */
    int mostOffset() {
        return Math.max(0, length() - height);
    }

    int left(int place) {
        return place % columns() * cellWidth;
    }

    /** From the first row's top edge, whatever is scrolled. */
    int top(int place) {
        return place / columns() * cellHeight;
    }

    /** The place under a point of what is seen. */
    OptionalInt hit(double x, double y, double offset) {
        int column = (int) Math.floor(x / cellWidth);
        int row = (int) Math.floor((y + offset) / cellHeight);
        if (column < 0 || column >= columns() || row < 0) {
            return OptionalInt.empty();
        }
        int place = row * columns() + column;
        return place < count ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /** The offset nearest to a present one at which a place is seen whole. */
    double reveal(int place, double offset) {
        double top = top(place);
        double highest = top + cellHeight - height;
        return clamp(Math.min(Math.max(offset, highest), top));
    }

    double clamp(double offset) {
        return Math.clamp(offset, 0.0, mostOffset());
    }
}
