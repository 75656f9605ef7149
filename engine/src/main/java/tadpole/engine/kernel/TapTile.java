package tadpole.engine.kernel;

/**
 * The innermost loop of a direct convolution: the weights of one place of the kernel in one input channel, a tap, meet the image moved by
 * the tap's distance.
 */
interface TapTile {
    int ROWS = 8;
    int COLUMNS = 3 * Lanes.COUNT;

    /** y[row][i] = the sum over k of weights[k][row] x[xi + taps[k] + i], for all rows and columns of a tile. */
    void multiply(int[] taps, float[] weights, int wi, float[] x, int xi, float[] y, int yi, int stride);

    static TapTile forWidth() {
        return Lanes.COUNT == 16 ? new TapTile8x3() : new TapTile4x3();
    }
}
