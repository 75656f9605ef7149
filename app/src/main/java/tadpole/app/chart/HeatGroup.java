package tadpole.app.chart;

/**
 * The errors of one parameter, or of a part of it, as cells: tiles of rows and columns, one after the other.
 *
 * @param name    such as "linear1.weight"
 * @param words   beside the name, such as "10 × 784"
 * @param rows    of a tile
 * @param columns of a tile; cells without tiles, 1 × 1, are run on
 * @param errors  relative, one a cell in row-major order; NaN where nothing was checked yet. Not to be changed once it is drawn
 * @param marks   as many as errors
 */
public record HeatGroup(String name, String words, int rows, int columns, double[] errors, Mark[] marks) {

    /** What explains an error. */
    public enum Mark {
        NONE,
        /** A kink lies between the two evaluations. */
        KINK,
        /** No further off than rounding of the loss explains. */
        ROUNDING
    }


    int tiles() {
        return (errors.length + rows * columns - 1) / (rows * columns);
    }

    boolean isRunOn() {
        return rows * columns == 1;
    }
}
