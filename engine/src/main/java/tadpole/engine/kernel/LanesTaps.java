package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * The places of a kernel that meet the image, and not only zeros around it, at some outputs.
 *
 * @param places where each stands among all inputs of an output
 * @param distances how far from an output's place each is read
 */
record LanesTaps(int[] places, int[] distances) {
    /**
     * For the rows and columns of the kernel from {@code top} and {@code left} up to, but not including, {@code bottom} and {@code right}.
     *
     * @param plane how far apart channels lie
     * @param row how far apart rows lie
     */
    static LanesTaps of(ConvolutionShape shape, int top, int bottom, int left, int right, int plane, int row) {
        int most = Math.max(0, bottom - top) * Math.max(0, right - left) * shape.inChannels();
        int[] places = new int[most];
        int[] distances = new int[most];
        int n = 0;
        for (int channel = 0; channel < shape.inChannels(); channel++) {
            for (int i = top; i < bottom; i++) {
                for (int j = left; j < right; j++) {
                    places[n] = (channel * shape.kernelHeight() + i) * shape.kernelWidth() + j;
                    distances[n] = channel * plane + shape.dilation() * (i * row + j * Lanes.COUNT);
                    n++;
                }
            }
        }
        return new LanesTaps(Arrays.copyOf(places, n), Arrays.copyOf(distances, n));
    }
}
