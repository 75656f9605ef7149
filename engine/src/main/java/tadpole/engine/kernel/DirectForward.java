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
    /** Output channels of a group. */
    private final int channels;
    /** Tiles that these fill. */
    private final int tiles;
    private final int rows;
    private final ThreadLocal<Workspace> workspaces;

    DirectForward(ConvolutionShape shape, Workers workers, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        this.workspaces = workspaces;
        images = new PaddedImages(shape);
        taps = images.taps();
        channels = shape.outChannels() / shape.groups();
        tiles = Math.ceilDiv(channels, TapTile.ROWS);
        int most = STRIP / (tiles * TapTile.ROWS * images.width());
        rows = Math.max(1, Math.min(shape.outHeight(), most));
    }

    int preparedSize() {
        return shape.groups() * preparedOfGroup();
    }

    private int preparedOfGroup() {
        return tiles * TapTile.ROWS * taps.length;
    }

    /** prepared[group][tile][k][row]: the weights of eight output channels side by side, filled up with zeros. */
    void prepare(WeightAt weights, float[] prepared) {
        prepare(weights, prepared, 0);
    }

    /** The same from a place on. */
    void prepare(WeightAt weights, float[] prepared, int start) {
        for (int row = 0; row < shape.groups() * tiles * TapTile.ROWS; row++) {
            int channel = row % (tiles * TapTile.ROWS);
            int out = row / (tiles * TapTile.ROWS) * channels + channel;
            int at = start + row / TapTile.ROWS * TapTile.ROWS * taps.length + row % TapTile.ROWS;
            for (int k = 0; k < taps.length; k++) {
                prepared[at + k * TapTile.ROWS] = channel < channels ? weights.get(out, k) : 0;
            }
        }
    }

    void run(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        run(x, prepared, 0, bias, relu, y, workspace);
    }

    /** With weights that were prepared from a place on. */
    void run(float[] x, float[] prepared, int start, float[] bias, boolean relu, float[] y, Workspace workspace) {
        float[] padded = workspace.floats(0, images.size());
        images.fill(x, padded, workers);
        int strips = Math.ceilDiv(shape.outHeight(), rows);
        workers.run(shape.batch() * shape.groups() * strips, n -> {
            int first = n % strips * rows;
            int plane = n / strips;
            strip(plane, first, Math.min(rows, shape.outHeight() - first), padded, prepared, start + plane % shape.groups() * preparedOfGroup(), bias, relu, y);
        });
    }

    /** @param part image by image, their groups */
    private void strip(int part, int first, int count, float[] padded, float[] prepared, int start, float[] bias, boolean relu, float[] y) {
        int needed = (count - 1) * images.width() + shape.outWidth();
        int columns = Math.ceilDiv(needed, TapTile.COLUMNS) * TapTile.COLUMNS;
        float[] flat = workspaces.get().floats(0, tiles * TapTile.ROWS * columns);
        int from = Scratch.START + part * images.groupStep() + first * images.width();
        for (int column = 0; column < needed; column += TapTile.COLUMNS) {
            for (int n = 0; n < tiles; n++) {
                int channel = n * TapTile.ROWS;
                tile.multiply(taps, prepared, start + channel * taps.length, padded, from + column, flat, channel * columns + column, columns);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            float before = bias.length == 0 ? 0 : bias[part % shape.groups() * channels + channel];
            int plane = (part * channels + channel) * shape.outHeight() * shape.outWidth();
            for (int row = 0; row < count; row++) {
                int out = plane + (first + row) * shape.outWidth();
                Lanes.addAndBound(flat, channel * columns + row * images.width(), before, relu, y, out, shape.outWidth());
            }
        }
    }
}
