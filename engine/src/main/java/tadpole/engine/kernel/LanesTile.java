package tadpole.engine.kernel;

/** The innermost loop of a convolution with images in the lanes: eight output channels of three neighboring pixels. */
interface LanesTile {
    int CHANNELS = 8;
    int PIXELS = 3;

    /**
     * y[channel][pixel] = start[channel] + the sum over the taps of weights[place][channel] x[xi + distance][pixel]; channels of y lie
     * {@code stride} apart.
     */
    void multiply(LanesTaps taps, float[] weights, int wi, float[] x, int xi, float[] start, int si, float[] y, int yi, int stride);

    static LanesTile forWidth() {
        return Lanes.COUNT == 16 ? new LanesTile8x3() : new LanesTile4x3();
    }
}
