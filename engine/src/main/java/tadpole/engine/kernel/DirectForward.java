package tadpole.engine.kernel;

/** A convolution of stride 1, straight from the padded image: no copy of it for each place of the kernel. */
final class DirectForward {
    /** Numbers of output that one task computes before they go to their rows. */
    private static final int STRIP = 32 * 1024;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final TapTile tile = TapTile.forWidth();
    private final PaddedImages images;
    private final int[] taps;
    private final int groups;
    private final int rows;
    private final ThreadLocal<Workspace> workspaces;

    DirectForward(ConvolutionShape shape, Workers workers, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        this.workspaces = workspaces;
        images = new PaddedImages(shape);
        taps = images.taps();
        groups = Math.ceilDiv(shape.outChannels(), TapTile.ROWS);
        int most = STRIP / (groups * TapTile.ROWS * images.width());
        rows = Math.max(1, Math.min(shape.outHeight(), most));
    }

    int preparedSize() {
        return groups * TapTile.ROWS * taps.length;
    }

    /** prepared[group][k][row]: the weights of eight output channels side by side, filled up with zeros. */
    void prepare(WeightAt weights, float[] prepared) {
        for (int channel = 0; channel < groups * TapTile.ROWS; channel++) {
            int at = channel / TapTile.ROWS * TapTile.ROWS * taps.length + channel % TapTile.ROWS;
            for (int k = 0; k < taps.length; k++) {
                prepared[at + k * TapTile.ROWS] = channel < shape.outChannels() ? weights.get(channel, k) : 0;
            }
        }
    }

    void run(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        float[] padded = workspace.floats(0, images.size());
        images.fill(x, padded, workers);
        int strips = Math.ceilDiv(shape.outHeight(), rows);
        workers.run(shape.batch() * strips, n -> {
            int first = n % strips * rows;
            strip(n / strips, first, Math.min(rows, shape.outHeight() - first), padded, prepared, bias, relu, y);
        });
    }

    private void strip(int image, int first, int count, float[] padded, float[] prepared, float[] bias, boolean relu, float[] y) {
        int needed = (count - 1) * images.width() + shape.outWidth();
        int columns = Math.ceilDiv(needed, TapTile.COLUMNS) * TapTile.COLUMNS;
        float[] flat = workspaces.get().floats(0, groups * TapTile.ROWS * columns);
        int from = Scratch.START + image * images.imageStep() + first * images.width();
        for (int column = 0; column < needed; column += TapTile.COLUMNS) {
            for (int group = 0; group < groups; group++) {
                int channel = group * TapTile.ROWS;
                tile.multiply(taps, prepared, channel * taps.length, padded, from + column, flat, channel * columns + column, columns);
            }
        }
        for (int channel = 0; channel < shape.outChannels(); channel++) {
            float before = bias.length == 0 ? 0 : bias[channel];
            int plane = (image * shape.outChannels() + channel) * shape.outHeight() * shape.outWidth();
            for (int row = 0; row < count; row++) {
                int out = plane + (first + row) * shape.outWidth();
                Lanes.addAndBound(flat, channel * columns + row * images.width(), before, relu, y, out, shape.outWidth());
            }
        }
    }
}
