package tadpole.engine.tensor;

import java.util.Arrays;

/**
 * Floats in row-major order with a shape. The array may be longer than the shape needs:
 * a smaller last batch uses the front of the same buffer.
 */
public final class Tensor {

    /** Nothing: what a layer gives back where nobody wants its input's gradient. */
    public static final Tensor NONE = new Tensor(Shape.of(0), new float[0]);

    private final Shape shape;
    private final float[] data;

    private Tensor(Shape shape, float[] data) {
        this.shape = shape;
        this.data = data;
    }

    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.size()]);
    }

    /** Uses the array itself, not a copy. */
    public static Tensor of(Shape shape, float... data) {
        if (data.length < shape.size()) {
            throw new ShapeException("A tensor of " + shape + " needs " + shape.size() + " numbers, but there are "
                    + data.length + ".");
        }
        return new Tensor(shape, data);
    }

    public Shape shape() {
        return shape;
    }

    public int size() {
        return shape.size();
    }

    /** The numbers themselves; only the first {@link #size()} belong to the tensor. */
    public float[] data() {
        return data;
    }

    /** The same numbers under another shape of the same size. */
    public Tensor as(Shape other) {
        if (other.size() != shape.size()) {
            throw new ShapeException("A tensor of " + shape + " holds " + size() + " numbers and cannot be seen as "
                    + other + " with " + other.size() + ".");
        }
        return new Tensor(other, data);
    }

    public void fill(float value) {
        Arrays.fill(data, 0, size(), value);
    }

    /** Takes over the numbers of a tensor of the same shape. */
    public void set(Tensor other) {
        if (!other.shape.equals(shape)) {
            throw new ShapeException("Numbers of a " + other.shape + " tensor do not fit into one of " + shape + ".");
        }
        System.arraycopy(other.data, 0, data, 0, size());
    }

    public Tensor copy() {
        return new Tensor(shape, Arrays.copyOf(data, size()));
    }

    /** Euclidean length of all numbers, summed in double. */
    public double norm() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += (double) data[i] * data[i];
        }
        return Math.sqrt(sum);
    }

    /** False as soon as one number is NaN or infinite. */
    public boolean isFinite() {
        for (int i = 0; i < size(); i++) {
            if (!Float.isFinite(data[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Tensor " + shape;
    }
}
