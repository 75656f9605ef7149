package tadpole.engine.convolution;

/**
 * How many pixels are put around a picture, and which.
 *
 * @param same   as many that at stride 1 the output is as large as the input: d (k - 1) in all, the odd one below and at the right
 * @param pixels on every side, where not {@code same}
 */
public record Padding(boolean same, int pixels, Border border) {

    public static Padding none() {
        return of(0);
    }

    public static Padding of(int pixels) {
        return new Padding(false, pixels, Border.ZEROS);
    }

    public static Padding ofSame() {
        return new Padding(true, 0, Border.ZEROS);
    }

    public Padding with(Border other) {
        return new Padding(same, pixels, other);
    }

    /** Pixels before the first one, above or at the left, for a kernel of that size. */
    public int before(int kernel, int dilation) {
        return same ? dilation * (kernel - 1) / 2 : pixels;
    }

    /** Pixels after the last one, below or at the right. */
    public int after(int kernel, int dilation) {
        return same ? dilation * (kernel - 1) - before(kernel, dilation) : pixels;
    }

    /** The pixel whose value stands at a place along an axis of so many pixels; -1 for a zero. Reflection needs fewer pixels around than the axis has. */
    public int source(int place, int size) {
        return border.mode().source(place, size);
    }
}
