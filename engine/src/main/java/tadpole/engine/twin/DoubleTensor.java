package tadpole.engine.twin;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Doubles in row-major order with a shape, for reading beside the formula.
 *
 * @param data the numbers themselves, exactly as many as the shape says; finite differences move them in place
 */
public record DoubleTensor(Shape shape, double[] data) {

    public DoubleTensor {
        if (data.length != shape.size()) {
            throw new ShapeException("A tensor of " + shape + " holds " + shape.size() + " numbers, but there are "
                    + data.length + ".");
        }
    }

    public static DoubleTensor zeros(Shape shape) {
        return new DoubleTensor(shape, new double[shape.size()]);
    }

    /** The same numbers in double; a copy. */
    public static DoubleTensor of(Tensor tensor) {
        DoubleTensor wide = zeros(tensor.shape());
        for (int i = 0; i < wide.size(); i++) {
            wide.data[i] = tensor.data()[i];
        }
        return wide;
    }

    public int size() {
        return data.length;
    }

    /** How many samples, for a batch. */
    public int rows() {
        return shape.at(0);
    }

    /** How many numbers a sample has. */
    public int columns() {
        return data.length == 0 ? 0 : data.length / shape.at(0);
    }

    public double at(int i) {
        return data[i];
    }

    public double at(int row, int column) {
        return data[row * columns() + column];
    }

    public void set(int i, double value) {
        data[i] = value;
    }

    public void set(int row, int column, double value) {
        data[row * columns() + column] = value;
    }

    public void add(int row, int column, double value) {
        data[row * columns() + column] += value;
    }

    /** The same numbers, not a copy, under another shape of the same size. */
    public DoubleTensor as(Shape other) {
        return new DoubleTensor(other, data);
    }

    public DoubleTensor copy() {
        return new DoubleTensor(shape, data.clone());
    }

    @Override
    public String toString() {
        return "DoubleTensor " + shape;
    }
}
