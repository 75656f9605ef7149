package tadpole.engine.kernel;

/** The innermost loop of the weight gradient of a convolution with images in the lanes. */
interface LanesDots {
    int TAPS = 5;
    int CHANNELS = 4;

    /**
     * sums[channel][tap] += the sum over the pixels of x[taps[first + tap] + pixel] y[channel][pixel], each lane for itself. Rows lie a
     * row step apart, channels of y a column step. Taps beyond the last repeat it.
     */
    void add(int rows, int columns, Panel x, int[] taps, int first, Panel y, float[] sums, int at);

    static LanesDots forWidth() {
        return Lanes.COUNT == 16 ? new LanesDots5x4() : new LanesDots5x2();
    }
}
