package tadpole.engine.kernel;

import java.util.Objects;

/**
 * A view of a row-major matrix in a flat array. Row and column counts are those of the view: a transposed view of memory with
 * {@code r} rows of {@code c} numbers has {@code c} rows and {@code r} columns. {@code stride} is the distance between two rows
 * in memory.
 */
public record Matrix(float[] data, int offset, int rows, int columns, int stride, boolean transposed) {
    public Matrix {
        int lines = transposed ? columns : rows;
        int width = transposed ? rows : columns;
        if (rows < 0 || columns < 0 || stride < width) {
            throw new IllegalArgumentException(
                    "A matrix of " + rows + " rows and " + columns + " columns cannot have rows that are " + stride + " apart in memory.");
        }
        long end = lines == 0 || width == 0 ? offset : offset + (long) (lines - 1) * stride + width;
        if (offset < 0 || end > data.length) {
            throw new IllegalArgumentException(
                    "A matrix of " + rows + " rows and " + columns + " columns from place " + offset + " ends at " + end
                            + ", but the array holds " + data.length + " numbers.");
        }
    }

    public static Matrix of(float[] data, int rows, int columns) {
        return of(data, 0, rows, columns);
    }

    public static Matrix of(float[] data, int offset, int rows, int columns) {
        return new Matrix(data, offset, rows, columns, columns, false);
    }

    /** The same memory with rows and columns exchanged. */
    public Matrix transpose() {
        return new Matrix(data, offset, columns, rows, stride, !transposed);
    }

    /** The rows from {@code first} on, in the same memory. */
    public Matrix rows(int first, int count) {
        Objects.checkFromIndexSize(first, count, rows);
        return new Matrix(data, count == 0 ? offset : index(first, 0), count, columns, stride, transposed);
    }

    /** Where the element stands in {@link #data}. */
    public int index(int row, int column) {
        return transposed ? offset + column * stride + row : offset + row * stride + column;
    }

    /** The distance in memory from an element to the one below it. */
    int rowStep() {
        return transposed ? 1 : stride;
    }

    /** The distance in memory from an element to the one right of it. */
    int columnStep() {
        return transposed ? stride : 1;
    }

    boolean empty() {
        return rows == 0 || columns == 0;
    }

    static void requireProduct(Matrix a, Matrix b, Matrix c) {
        if (a.columns != b.rows || a.rows != c.rows || b.columns != c.columns) {
            throw new IllegalArgumentException(
                    "A product of " + a.size() + " and " + b.size() + " cannot go into " + c.size() + " (rows x columns).");
        }
    }

    static void requireSameSize(Matrix x, Matrix y) {
        if (x.rows != y.rows || x.columns != y.columns) {
            throw new IllegalArgumentException("Two matrices of one size are needed, but they are " + x.size() + " and " + y.size() + ".");
        }
    }

    static void requireColumns(Matrix x, float[] row) {
        if (row.length != x.columns) {
            throw new IllegalArgumentException(
                    "A matrix of " + x.size() + " takes " + x.columns + " numbers, one a column, but got " + row.length + ".");
        }
    }

    /** That a row of the table fits each row of x, and that there is a word for each. */
    static void requireRows(Matrix table, int[] words, Matrix x) {
        if (table.columns != x.columns || words.length < x.rows) {
            throw new IllegalArgumentException("Rows of a table of " + table.size() + " for " + words.length + " words do not fit "
                    + x.size() + " (rows x columns).");
        }
        for (int i = 0; i < x.rows; i++) {
            Objects.checkIndex(words[i], table.rows);
        }
    }

    private String size() {
        return rows + "x" + columns;
    }
}
