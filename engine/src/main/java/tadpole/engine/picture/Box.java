package tadpole.engine.picture;

/**
 * A rectangle of a picture's pixels: columns x to x + width - 1, rows y to y + height - 1.
 *
 * @param width  0 where there is nothing in it
 * @param height 0 where there is nothing in it
 */
public record Box(int x, int y, int width, int height) {

    public static final Box NOTHING = new Box(0, 0, 0, 0);

    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("A box is not smaller than nothing, but here are %d×%d pixels.".formatted(width, height));
        }
    }

    /** A whole picture of this size. */
    public static Box of(int height, int width) {
        return new Box(0, 0, width, height);
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** The first column to its right. */
    public int right() {
        return x + width;
    }

    /** The first row below it. */
    public int bottom() {
        return y + height;
    }

    public boolean contains(int column, int row) {
        return column >= x && column < right() && row >= y && row < bottom();
    }

    /** The smallest that holds both. */
    public Box and(Box other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : between(Math.min(x, other.x), Math.min(y, other.y), Math.max(right(), other.right()), Math.max(bottom(), other.bottom()));
    }

    /** What both share. */
    public Box within(Box other) {
        return between(Math.max(x, other.x), Math.max(y, other.y), Math.min(right(), other.right()), Math.min(bottom(), other.bottom()));
    }

    /** So many pixels wider on every side; nothing stays nothing. */
    public Box grown(int by) {
        return isEmpty() ? NOTHING : between(x - by, y - by, right() + by, bottom() + by);
    }

    /** From the first column and row to, but not with, the last; nothing where these are not above the first. */
    public static Box between(int left, int top, int right, int bottom) {
        return right <= left || bottom <= top ? NOTHING : new Box(left, top, right - left, bottom - top);
    }
}
