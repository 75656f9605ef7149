package tadpole.engine.picture.mask;

import java.util.Arrays;

/** How much each pixel of a picture belongs to a selection: 0 not at all, 1 wholly. Never changed once made. */
public final class Mask {

    private final int height;
    private final int width;
    private final float[] values;

    /** @param values height · width numbers of 0 to 1, row by row; nobody writes into them */
    public Mask(int height, int width, float[] values) {
        if (values.length != height * width) {
            throw new IllegalArgumentException("A mask of %d×%d pixels has %d numbers, but here are %d.".formatted(width, height, width * height,
                    values.length));
        }
        this.height = height;
        this.width = width;
        this.values = values;
    }

    public static Mask empty(int height, int width) {
        return new Mask(height, width, new float[height * width]);
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** Row by row; nobody writes into it. */
    public float[] values() {
        return values;
    }

    public float at(int y, int x) {
        return values[y * width + x];
    }

    /** Whether no pixel is selected by half or more. */
    public boolean isEmpty() {
        for (float value : values) {
            if (value >= 0.5f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask && height == mask.height && width == mask.width && Arrays.equals(values, mask.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
