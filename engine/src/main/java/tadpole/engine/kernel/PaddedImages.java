package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * A batch with zeros around each plane, as flat memory: a convolution of stride 1 then reads, for all outputs of a plane, the same
 * distance further on. What falls between two rows is computed and thrown away.
 */
final class PaddedImages {
    /** Room behind the last plane, as the last tile may read beyond it. */
    private static final int SLACK = TapTile.COLUMNS + Lanes.COUNT;

    private final ConvolutionShape shape;
    private final int paddedWidth;
    private final int plane;

    PaddedImages(ConvolutionShape shape) {
        this.shape = shape;
        paddedWidth = shape.width() + 2 * shape.padding();
        plane = (shape.height() + 2 * shape.padding()) * paddedWidth;
    }

    int width() {
        return paddedWidth;
    }

    int imageStep() {
        return shape.inChannels() * plane;
    }

    int size() {
        return shape.batch() * imageStep() + SLACK;
    }

    /** From the first channel of a group to that of the next. */
    int groupStep() {
        return shape.inChannels() / shape.groups() * plane;
    }

    /** How far a tap reads from its output's place in the first channel of its group, for each input of an output. */
    int[] taps() {
        int[] taps = new int[shape.depth()];
        int n = 0;
        for (int c = 0; c < shape.inChannels() / shape.groups(); c++) {
            for (int i = 0; i < shape.kernelHeight(); i++) {
                for (int j = 0; j < shape.kernelWidth(); j++) {
                    taps[n++] = c * plane + shape.dilation() * (i * paddedWidth + j);
                }
            }
        }
        return taps;
    }

    void fill(float[] x, float[] padded, Workers workers) {
        int size = shape.height() * shape.width();
        workers.ranges(shape.batch() * shape.inChannels(), Math.max(1, 8192 / size), (from, to) -> {
            for (int n = from; n < to; n++) {
                fill(x, n * size, padded, Scratch.START + n * plane);
            }
        });
        int end = Scratch.START + shape.batch() * imageStep();
        Arrays.fill(padded, end, end + SLACK, 0);
    }

    private void fill(float[] x, int at, float[] padded, int out) {
        if (shape.padding() > 0) {
            Arrays.fill(padded, out, out + plane, 0);
        }
        for (int row = 0; row < shape.height(); row++) {
            int to = out + (row + shape.padding()) * paddedWidth + shape.padding();
            System.arraycopy(x, at + row * shape.width(), padded, to, shape.width());
        }
    }
}
