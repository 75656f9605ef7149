package tadpole.engine.kernel;

import java.util.Arrays;

/** A convolution of stride 1 with images in the lanes: whatever the size of the picture, no lane is idle, and all loads are aligned. */
final class LanesForward {
    private static final int L = Lanes.COUNT;
    /** Numbers of input and output that one task works on, so that they stay in the second cache. */
    private static final int STRIP = 80 * 1024;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final ThreadLocal<LanesState> states;
    private final LanesTile tile = LanesTile.forWidth();
    private final int groups;
    private final int rows;
    private final int strips;
    private final int inRows;
    private final int inWidth;
    private final int outWidth;
    private final LanesTaps[][] taps;

    LanesForward(ConvolutionShape shape, Workers workers, ThreadLocal<LanesState> states) {
        this.shape = shape;
        this.workers = workers;
        this.states = states;
        groups = Math.ceilDiv(shape.outChannels(), LanesTile.CHANNELS);
        outWidth = Math.max(LanesTile.PIXELS, shape.outWidth());
        inWidth = outWidth + shape.dilation() * (shape.kernelWidth() - 1);
        int halo = shape.dilation() * (shape.kernelHeight() - 1);
        int fixed = shape.inChannels() * halo * inWidth * L;
        int most = (STRIP - fixed) / ((shape.inChannels() * inWidth + groups * LanesTile.CHANNELS * outWidth) * L);
        strips = Math.ceilDiv(shape.outHeight(), Math.max(Math.max(1, halo / 2), most));
        rows = Math.ceilDiv(shape.outHeight(), strips);
        inRows = rows + halo;
        taps = taps();
    }

    /** For every row of the output and every tile of the row. */
    private LanesTaps[][] taps() {
        LanesTaps[][] all = new LanesTaps[shape.outHeight()][Math.ceilDiv(outWidth, LanesTile.PIXELS)];
        for (int row = 0; row < all.length; row++) {
            int top = first(row, shape.kernelHeight());
            int bottom = end(row, shape.height(), shape.kernelHeight());
            boolean asAbove = row > 0 && top == first(row - 1, shape.kernelHeight())
                    && bottom == end(row - 1, shape.height(), shape.kernelHeight());
            for (int n = 0; n < all[row].length; n++) {
                int column = column(n);
                int left = first(column + LanesTile.PIXELS - 1, shape.kernelWidth());
                int right = end(column, shape.width(), shape.kernelWidth());
                all[row][n] = asAbove ? all[row - 1][n]
                        : LanesTaps.of(shape, top, bottom, left, right, inRows * inWidth * L, inWidth * L);
            }
        }
        return all;
    }

    /** The first row or column of the kernel that is not before the image. */
    private int first(int at, int kernel) {
        return Math.min(kernel, Math.max(0, Math.ceilDiv(shape.padding() - at, shape.dilation())));
    }

    private int end(int at, int size, int kernel) {
        return Math.max(0, Math.min(kernel, Math.ceilDiv(size + shape.padding() - at, shape.dilation())));
    }

    /** The first column of a tile; the last tile may overlap the one before. */
    private int column(int n) {
        return Math.min(n * LanesTile.PIXELS, outWidth - LanesTile.PIXELS);
    }

    int preparedSize() {
        return groups * LanesTile.CHANNELS * shape.depth();
    }

    /** prepared[group][k][channel]: the weights of eight output channels side by side, filled up with zeros. */
    void prepare(WeightAt weights, float[] prepared) {
        int depth = shape.depth();
        for (int channel = 0; channel < groups * LanesTile.CHANNELS; channel++) {
            int at = channel / LanesTile.CHANNELS * LanesTile.CHANNELS * depth + channel % LanesTile.CHANNELS;
            for (int k = 0; k < depth; k++) {
                prepared[at + k * LanesTile.CHANNELS] = channel < shape.outChannels() ? weights.get(channel, k) : 0;
            }
        }
    }

    void run(float[] x, float[] prepared, float[] bias, boolean relu, float[] y) {
        workers.run(Math.ceilDiv(shape.batch(), L) * strips, n -> {
            LanesState state = states.get();
            float[] in = state.workspace.floats(0, shape.inChannels() * inRows * inWidth * L);
            float[] out = state.workspace.floats(1, groups * LanesTile.CHANNELS * rows * outWidth * L);
            float[] start = state.workspace.floats(2, groups * LanesTile.CHANNELS);
            Arrays.fill(start, 0);
            System.arraycopy(bias, 0, start, 0, bias.length);
            int image = n / strips * L;
            int first = n % strips * rows;
            read(x, image, first, in, state.images);
            multiply(first, in, prepared, start, out);
            write(out, image, first, relu, y, state.images);
        });
    }

    private int rowsFrom(int first) {
        return Math.min(rows, shape.outHeight() - first);
    }

    private void read(float[] x, int image, int first, float[] in, ImageLanes images) {
        int plane = shape.height() * shape.width();
        int above = first - shape.padding();
        int from = Math.max(0, above);
        int end = Math.min(shape.height(), above + inRows);
        if (shape.padding() > 0 || inWidth > shape.width()) {
            Arrays.fill(in, Scratch.START, Scratch.START + shape.inChannels() * inRows * inWidth * L, 0);
        }
        for (int channel = 0; channel < shape.inChannels(); channel++) {
            int at = (image * shape.inChannels() + channel) * plane + from * shape.width();
            int out = Scratch.START + ((channel * inRows + from - above) * inWidth + shape.padding()) * L;
            images.read(x, at, shape.inChannels() * plane, Math.min(L, shape.batch() - image), Math.max(0, end - from), shape.width(), in, out,
                    inWidth * L);
        }
    }

    private void multiply(int first, float[] in, float[] prepared, float[] start, float[] out) {
        for (int group = 0; group < groups; group++) {
            int channel = group * LanesTile.CHANNELS;
            for (int row = 0; row < rowsFrom(first); row++) {
                LanesTaps[] ofRow = taps[first + row];
                for (int n = 0; n < ofRow.length; n++) {
                    int from = Scratch.START + (row * inWidth + column(n)) * L;
                    int to = Scratch.START + ((channel * rows + row) * outWidth + column(n)) * L;
                    tile.multiply(ofRow[n], prepared, channel * shape.depth(), in, from, start, channel, out, to, rows * outWidth * L);
                }
            }
        }
    }

    private void write(float[] out, int image, int first, boolean relu, float[] y, ImageLanes images) {
        int plane = shape.outHeight() * shape.outWidth();
        int count = rowsFrom(first);
        for (int channel = 0; channel < shape.outChannels(); channel++) {
            int at = Scratch.START + channel * rows * outWidth * L;
            if (relu) {
                Lanes.addAndBound(out, at, 0, true, out, at, count * outWidth * L);
            }
            int to = (image * shape.outChannels() + channel) * plane + first * shape.outWidth();
            images.write(out, at, count, shape.outWidth(), outWidth * L, y, to, shape.outChannels() * plane, Math.min(L, shape.batch() - image));
        }
    }
}
