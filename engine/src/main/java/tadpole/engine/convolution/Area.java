package tadpole.engine.convolution;

/**
 * A rectangle of places on a picture; may reach over its edges.
 *
 * @param y first row, below 0 where it begins above the picture
 * @param x first column
 */
public record Area(int y, int x, int height, int width) {

    public static Area ofPlace(int y, int x) {
        return new Area(y, x, 1, 1);
    }

    public int bottom() {
        return y + height - 1;
    }

    public int right() {
        return x + width - 1;
    }

    public boolean isInside(int pictureHeight, int pictureWidth) {
        return y >= 0 && x >= 0 && bottom() < pictureHeight && right() < pictureWidth;
    }

    /** The part on a picture of that size; of height or width 0 where it lies beside it. */
    public Area cut(int pictureHeight, int pictureWidth) {
        int top = Math.clamp(y, 0, pictureHeight);
        int left = Math.clamp(x, 0, pictureWidth);
        return new Area(top, left, Math.clamp(bottom() + 1, top, pictureHeight) - top, Math.clamp(right() + 1, left, pictureWidth) - left);
    }
}
