package tadpole.engine.kernel;

/** Pixels around a picture. */
public record Sides(int top, int bottom, int left, int right) {

    public static Sides of(int everywhere) {
        return new Sides(everywhere, everywhere, everywhere, everywhere);
    }

    public static Sides of(int rows, int columns) {
        return new Sides(rows, rows, columns, columns);
    }

    public boolean areEqual() {
        return top == bottom && top == left && top == right;
    }

    public int rows() {
        return top + bottom;
    }

    public int columns() {
        return left + right;
    }
}
