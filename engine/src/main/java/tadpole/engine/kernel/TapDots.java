package tadpole.engine.kernel;

/** The innermost loop of the weight gradient of a direct convolution. */
interface TapDots {
    int TAPS = 8;
    int ROWS = 3;

    /**
     * sums[tap][row] = the sum of x[taps[first + tap] + i] y[row][i] over the images and over i below {@code count}, a multiple of the lanes;
     * each lane for itself. Images lie a row step apart, rows of y a column step. Taps beyond the last repeat it.
     */
    void sum(int images, int count, Panel x, int[] taps, int first, Panel y, float[] sums);

    static TapDots forWidth() {
        return Lanes.COUNT == 16 ? new TapDots8() : new TapDots4();
    }
}
