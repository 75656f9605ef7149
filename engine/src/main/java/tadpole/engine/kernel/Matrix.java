package tadpole.engine.kernel;

/** A view of a row-major matrix in a flat array. */
public record Matrix(float[] data, int offset, int rows, int columns, int stride, boolean transposed) {

    public static Matrix of(float[] data, int rows, int columns) {
        return of(data, 0, rows, columns);
    }

    public static Matrix of(float[] data, int offset, int rows, int columns) {
        return new Matrix(data, offset, rows, columns, columns, false);
    }

    /** The same memory, rows and columns exchanged. */
    public Matrix transpose() {
        return new Matrix(data, offset, columns, rows, stride, !transposed);
    }
}
