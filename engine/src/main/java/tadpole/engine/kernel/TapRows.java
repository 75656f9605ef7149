package tadpole.engine.kernel;

/** Some output channels that all are sums over the same taps of an image; see {@link TapTile}. */
final class TapRows {
    private final TapTile tile = TapTile.forWidth();
    private final int channels;
    private final int groups;
    private final int[] taps;

    TapRows(int channels, int[] taps) {
        this.channels = channels;
        this.taps = taps;
        groups = Math.ceilDiv(channels, TapTile.ROWS);
    }

    /** The channels, filled up to whole tiles. */
    int rows() {
        return groups * TapTile.ROWS;
    }

    /** So many places, filled up to whole tiles. */
    static int columns(int places) {
        return Math.ceilDiv(places, TapTile.COLUMNS) * TapTile.COLUMNS;
    }

    int weightSize() {
        return rows() * taps.length;
    }

    /** prepared[group][k][row]: the weights of eight output channels side by side, filled up with zeros. */
    void prepare(WeightAt weights, float[] prepared, int at) {
        for (int row = 0; row < rows(); row++) {
            int to = at + row / TapTile.ROWS * TapTile.ROWS * taps.length + row % TapTile.ROWS;
            for (int k = 0; k < taps.length; k++) {
                prepared[to + k * TapTile.ROWS] = row < channels ? weights.get(row, k) : 0;
            }
        }
    }

    /** y[row][i] = the sum over k of weights[row][k] x[xi + taps[k] + i]; rows of y are as long as there are columns. */
    void multiply(float[] prepared, int at, float[] x, int xi, float[] y, int yi, int columns) {
        for (int column = 0; column < columns; column += TapTile.COLUMNS) {
            for (int group = 0; group < groups; group++) {
                int row = group * TapTile.ROWS;
                tile.multiply(taps, prepared, at + row * taps.length, x, xi + column, y, yi + row * columns + column, columns);
            }
        }
    }
}
