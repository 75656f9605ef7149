package tadpole.engine.picture.mask;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.GaussianBlur;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.Resize;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** How much each pixel of a picture belongs to a selection: 0 not at all, 1 wholly. Never changed once made. */
public final class Mask {

    private static final float HALF = 0.5f;

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

    public static Mask full(int height, int width) {
        float[] values = new float[height * width];
        Arrays.fill(values, 1);
        return new Mask(height, width, values);
    }

    /** White is wholly selected, black not at all, gray as much as it is light; of colors their gray. */
    public static Mask of(Picture picture) {
        float[] gray = picture.gray().values().data();
        float black = picture.black();
        float span = picture.white() - black;
        float[] values = new float[picture.height() * picture.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.clamp((gray[i] - black) / span, 0, 1);
        }
        return new Mask(picture.height(), picture.width(), values);
    }

    /** Gray of 0 to 255, unrounded. */
    public Picture picture(String name) {
        return Picture.ofBytes(name, Tensor.of(Shape.of(1, height, width), mapped(value -> 255 * value).values));
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
            if (value >= HALF) {
                return false;
            }
        }
        return true;
    }

    /** The smallest that holds all pixels above 0. */
    public Box box() {
        return boxAbove(0);
    }

    /** The smallest that holds all pixels above a value. */
    public Box boxAbove(float level) {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (values[y * width + x] > level) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return Box.between(left, top, right, bottom);
    }

    /** The sum of all values: how many pixels are selected. */
    public double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** With another mask of the same size added, taken away or put in its place. */
    public Mask with(Mask other, Combine way) {
        if (other.height != height || other.width != width) {
            throw new IllegalArgumentException("Masks that are put together have one size, but here are %d×%d and %d×%d pixels.".formatted(width, height,
                    other.width, other.height));
        }
        float[] made = new float[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = way.of(values[i], other.values[i]);
        }
        return new Mask(height, width, made);
    }

    public Mask inverted() {
        return mapped(value -> 1 - value);
    }

    /** 1 above the level, else 0. */
    public Mask above(double level) {
        return mapped(value -> value > level ? 1 : 0);
    }

    /**
     * Every pixel no farther than that from one selected by half or more, from center to center (Euclidean, exact). Edges become hard.
     *
     * @param radius in pixels, at least 0
     */
    public Mask grown(double radius) {
        return within(radius, selected(), 1);
    }

    /**
     * Without every pixel no farther than that from one selected by less than half. The picture's own edge takes nothing away. Edges become hard.
     *
     * @param radius in pixels, at least 0
     */
    public Mask shrunk(double radius) {
        boolean[] outside = selected();
        for (int i = 0; i < outside.length; i++) {
            outside[i] = !outside[i];
        }
        return within(radius, outside, 0);
    }

    /** With a soft edge. @param sigma of the Gaussian, in pixels; 0 changes nothing */
    public Mask feathered(double sigma) {
        return sigma > 0 ? blurred(GaussianBlur.of(sigma)) : this;
    }

    /** Only where there is something to blur. */
    public Mask blurred(GaussianBlur blur) {
        Box part = box().grown(blur.reach()).within(Box.of(height, width));
        Mask blurred = new Mask(part.height(), part.width(), blur.of(cropped(part).values, part.height(), part.width()));
        return blurred.cropped(new Box(-part.x(), -part.y(), width, height));
    }

    /** Bilinear, with half-pixel centers. */
    public Mask resized(int newHeight, int newWidth) {
        return newHeight == height && newWidth == width ? this
                : new Mask(newHeight, newWidth, Resize.of(values, height, width, newHeight, newWidth, Resize.Way.BILINEAR));
    }

    /** A copy of what lies in a box; 0 where it reaches beyond the mask. */
    public Mask cropped(Box box) {
        float[] made = new float[box.height() * box.width()];
        Box inside = box.within(Box.of(height, width));
        for (int y = inside.y(); y < inside.bottom(); y++) {
            System.arraycopy(values, y * width + inside.x(), made, (y - box.y()) * box.width() + inside.x() - box.x(), inside.width());
        }
        return new Mask(box.height(), box.width(), made);
    }

    private boolean[] selected() {
        boolean[] made = new boolean[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = values[i] >= HALF;
        }
        return made;
    }

    private Mask within(double radius, boolean[] seeds, float near) {
        double[] squares = Distances.squared(seeds, height, width);
        float[] made = new float[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = squares[i] <= radius * radius ? near : 1 - near;
        }
        return new Mask(height, width, made);
    }

    private Mask mapped(DoubleUnaryOperator change) {
        float[] made = new float[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = (float) change.applyAsDouble(values[i]);
        }
        return new Mask(height, width, made);
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
