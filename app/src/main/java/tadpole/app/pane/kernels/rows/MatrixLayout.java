package tadpole.app.pane.kernels.rows;

import java.util.Optional;

/**
 * Where the matrix, its labels, the kernel's column and the output's stand, and which part of a large matrix is seen. All in pixels.
 *
 * @param labels       width of the row labels at the left
 * @param header       height of the column labels above
 * @param cellWidth    of a number of the matrix
 * @param cellHeight   of all numbers
 * @param weightLabels width of the labels of the kernel's column
 * @param weight       width of the numbers of the kernel's column
 * @param output       width of the numbers of the output's column
 * @param rows         that the matrix has
 * @param columns      that the matrix has
 * @param seenRows     how many of them are seen at once
 * @param seenColumns  how many of them are seen at once
 * @param seenWeights  how many numbers of the kernel's column are seen at once
 */
record MatrixLayout(double labels, double header, double cellWidth, double cellHeight, double weightLabels, double weight, double output, int rows,
        int columns, int seenRows, int seenColumns, int seenWeights) {

    /** Room for × and =. */
    static final double SIGN = 26;
    private static final double WIDEST = 6.4;
    private static final double HIGHEST = 2.4;
    private static final double LOWEST = 1.32;
    private static final double ROOMY = 1.6;

    /** What is to be laid out. @param texts widths of the widest row label, number, weight label, weight and output @param line height of a text */
    record Sizes(double rowLabel, double number, double weightLabel, double weight, double output, double line) {}

    /** Something that one can point at. @param row of the matrix, -1 in the kernel's column and in the column labels @param column -1 in the output's column and the row labels */
    record Spot(int row, int column) {}

    /** As large as there is room for, so that all is seen; where that would be too small, comfortably large, to be scrolled. */
    static MatrixLayout fitting(double width, double height, int rows, int columns, Sizes sizes) {
        double labels = sizes.rowLabel() + 8;
        double header = 2 * sizes.line() * 1.2;
        double weightLabels = sizes.weightLabel() + 6;
        double weight = sizes.weight() + 10;
        double output = sizes.output() + 10;
        double room = Math.max(0, width - labels - 2 * SIGN - weightLabels - weight - output);
        double least = sizes.number() + 5;
        double cellWidth = Math.floor(Math.clamp(room / columns, least, Math.max(least, WIDEST * sizes.line())));
        double high = Math.max(0, height - header);
        double fitted = high / Math.max(rows, columns);
        double lowest = sizes.line() * LOWEST;
        double cellHeight = Math.floor(fitted < lowest ? sizes.line() * ROOMY : Math.min(fitted, sizes.line() * HIGHEST));
        int seenRows = Math.clamp((int) (high / cellHeight), 0, rows);
        return new MatrixLayout(labels, header, cellWidth, cellHeight, weightLabels, weight, output, rows, columns, seenRows,
                Math.clamp((int) (room / cellWidth), 0, columns), Math.clamp((int) (high / cellHeight), 0, columns));
    }

    boolean isWhole() {
        return seenRows == rows && seenColumns == columns && seenWeights == columns;
    }

    double matrixWidth() {
        return seenColumns * cellWidth;
    }

    double weightLeft() {
        return labels + matrixWidth() + SIGN + weightLabels;
    }

    double outputLeft() {
        return weightLeft() + weight + SIGN;
    }

    double width() {
        return outputLeft() + output;
    }

    double height() {
        return header + Math.max(seenRows, seenWeights) * cellHeight;
    }

    /** The first row that is to be seen so that a row is; as it was where it is seen already. */
    int showing(int row, int firstRow) {
        int first = row < firstRow ? row : row >= firstRow + seenRows ? row - seenRows / 2 : firstRow;
        return clampRow(first);
    }

    int clampRow(int firstRow) {
        return Math.clamp(firstRow, 0, Math.max(0, rows - seenRows));
    }

    int clampColumn(int firstColumn) {
        return Math.clamp(firstColumn, 0, Math.max(0, columns - seenColumns));
    }

    /** The kernel's column goes with the columns of the matrix, as far as it is longer than what is seen of it. */
    int firstWeight(int firstColumn) {
        return Math.clamp(firstColumn, 0, Math.max(0, columns - seenWeights));
    }

    double x(int column, int firstColumn) {
        return labels + (column - firstColumn) * cellWidth;
    }

    double y(int row, int firstRow) {
        return header + (row - firstRow) * cellHeight;
    }

    Optional<Spot> at(double x, double y, int firstRow, int firstColumn) {
        int line = (int) Math.floor((y - header) / cellHeight);
        int column = (int) Math.floor((x - labels) / cellWidth);
        boolean inRows = line >= 0 && line < seenRows;
        boolean inColumns = column >= 0 && column < seenColumns;
        if (x >= 0 && x < labels && inRows || x >= outputLeft() && x < width() && inRows) {
            return Optional.of(new Spot(firstRow + line, RowsModel.NONE));
        }
        if (x >= weightLeft() - weightLabels && x < weightLeft() + weight && line >= 0 && line < seenWeights) {
            return Optional.of(new Spot(RowsModel.NONE, firstWeight(firstColumn) + line));
        }
        if (inColumns && y >= 0 && y < header) {
            return Optional.of(new Spot(RowsModel.NONE, firstColumn + column));
        }
        return inColumns && inRows ? Optional.of(new Spot(firstRow + line, firstColumn + column)) : Optional.empty();
    }
}
