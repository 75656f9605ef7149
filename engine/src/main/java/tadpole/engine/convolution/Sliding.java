package tadpole.engine.convolution;

/**
 * How a window goes over a picture, whatever is done under it.
 *
 * @param height of the window, without the gaps of dilation
 */
public record Sliding(int height, int width, int stride, Padding padding, int dilation) {

    /** Every place sees itself alone, as with ReLU. */
    public static final Sliding POINT = new Sliding(1, 1, 1, Padding.none(), 1);

    public int outHeight(int pictureHeight) {
        return places(pictureHeight, height);
    }

    public int outWidth(int pictureWidth) {
        return places(pictureWidth, width);
    }

    /** floor((n + before + after - dilation (size - 1) - 1) / stride) + 1; below 1 where the window does not fit. */
    private int places(int pixels, int size) {
        return Math.floorDiv(pixels + padding.before(size, dilation) + padding.after(size, dilation) - dilation * (size - 1) - 1, stride) + 1;
    }

    /** All that these places of the output see of the input, gaps and padding with it. */
    public Area window(Area places) {
        return new Area(places.y() * stride - padding.before(height, dilation), places.x() * stride - padding.before(width, dilation),
                (places.height() - 1) * stride + dilation * (height - 1) + 1, (places.width() - 1) * stride + dilation * (width - 1) + 1);
    }
}
