package tadpole.app.pane.kernels.rows;

import tadpole.app.pane.kernels.ChannelNames;
import tadpole.app.xray.NumberText;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.picture.Picture;

/** How the cells and labels of the matrix read, and how many characters the longest of each has. */
record MatrixTexts(int rowLabel, int number, int weightLabel, int weight, int output) {

    private static final int DIGITS = 3;
    /** "-0.0123" */
    private static final int LONGEST = 7;

    static MatrixTexts of(ImageRows rows) {
        int weight = "kernel".length();
        for (int column = 0; column < rows.columns(); column++) {
            weight = Math.max(weight, number(rows.weight(column)).length());
        }
        int last = rows.columns() - 1;
        return new MatrixTexts(Math.max(3, rowLabel(rows, rows.rows() - 1).length()), numbers(rows.convolved().picture()),
                weightLabel(rows, last).length(), weight, LONGEST);
    }

    /** All pixels of pictures from files have three digits at most; others may have any. */
    private static int numbers(Picture picture) {
        int longest = 1;
        float[] values = picture.values().data();
        for (int i = 0; i < values.length && longest < LONGEST; i += Math.max(1, values.length / 4096)) {
            longest = Math.max(longest, number(values[i]).length());
        }
        return Math.max(longest, number(picture.white()).length());
    }

    static String number(float value) {
        return NumberText.of(value, DIGITS);
    }

    /** Of results, with one digit more. */
    static String result(float value) {
        return NumberText.of(value, DIGITS + 1);
    }

    static String rowLabel(ImageRows rows, int row) {
        return rows.y(row) + "," + rows.x(row);
    }

    static String columnLabel(ImageRows rows, int column) {
        return rows.u(column) + "," + rows.v(column);
    }

    static String weightLabel(ImageRows rows, int column) {
        return (channels(rows) > 1 ? channel(rows, rows.channel(column)) + " " : "") + columnLabel(rows, column);
    }

    static String channel(ImageRows rows, int channel) {
        return ChannelNames.brief(rows.convolved(), channel);
    }

    static int channels(ImageRows rows) {
        return rows.columns() / rows.kernelHeight() / rows.kernelWidth();
    }
}
