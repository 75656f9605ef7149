package tadpole.engine.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The sizes of a tensor's axes, outermost first, such as 3×32×32 for channels, height and width. */
public final class Shape {

    private final int[] sizes;
    private final int size;

    private Shape(int[] sizes) {
        long product = 1;
        for (int axis : sizes) {
            if (axis < 0) {
                throw new ShapeException("A shape has sizes of 0 or more, but here is " + Arrays.toString(sizes) + ".");
            }
            product *= axis;
            if (product > Integer.MAX_VALUE) {
                throw new ShapeException("A tensor holds at most 2147483647 numbers, but %s are more. Take smaller sizes."
                        .formatted(Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(" · "))));
            }
        }
        this.sizes = sizes;
        this.size = (int) product;
    }

    public static Shape of(int... sizes) {
        return new Shape(sizes.clone());
    }

    public int rank() {
        return sizes.length;
    }

    /** The size of one axis, counted from 0 at the outermost. */
    public int at(int axis) {
        return sizes[axis];
    }

    /** How many numbers a tensor of this shape holds. */
    public int size() {
        return size;
    }

    /** This shape with one more axis of n in front: a batch of n such things. */
    public Shape batchOf(int n) {
        int[] more = new int[sizes.length + 1];
        more[0] = n;
        System.arraycopy(sizes, 0, more, 1, sizes.length);
        return new Shape(more);
    }

    /** This shape without its outermost axis: one thing of the batch. */
    public Shape perSample() {
        if (sizes.length == 0) {
            throw new ShapeException("A single number has no batch axis.");
        }
        return new Shape(Arrays.copyOfRange(sizes, 1, sizes.length));
    }

    public int[] toArray() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** As people write it: 3×32×32. */
    @Override
    public String toString() {
        return sizes.length == 0
                ? "1"
                : Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
