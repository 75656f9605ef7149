package tadpole.engine.kernel;

/** The weight gradient of a 3x3 convolution of stride 1 from the transformed tiles of its input and of its output's gradient. */
final class WinogradWeightGradient {
    /** Numbers of the tiles of a block, and of the products that are transformed back at a time. */
    private static final int BLOCK = 3 * 1024 * 1024;
    private static final int PRODUCTS = 1024 * 1024;
    /** Input channels of one task that transforms back. */
    private static final int CHUNK = 16;

    private static final int L = Lanes.COUNT;
    private static final int FREQUENCIES = WinogradStrips.FREQUENCIES;

    private final ConvolutionShape shape;
    private final WinogradEngine engine;
    private final WinogradGrid grid;
    private final int in;
    private final int out;
    private final int columns;
    private final int productStep;

    WinogradWeightGradient(ConvolutionShape shape, WinogradEngine engine) {
        this.shape = shape;
        this.engine = engine;
        in = WinogradStrips.padded(shape.inChannels());
        out = WinogradStrips.padded(shape.outChannels());
        grid = WinogradGrid.of(shape, BLOCK / (FREQUENCIES * (in + out)));
        columns = Math.min(out, Math.max(Panels.WIDE, PRODUCTS / (FREQUENCIES * in) / Panels.WIDE * Panels.WIDE));
        productStep = in * columns + 16;
    }

    void add(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        float[] v = workspace.floats(0, FREQUENCIES * WinogradStrips.step(grid, shape.inChannels()));
        float[] d = workspace.floats(1, FREQUENCIES * WinogradStrips.step(grid, shape.outChannels()));
        float[] products = workspace.floats(2, FREQUENCIES * productStep);
        int inGroups = Math.ceilDiv(shape.inChannels(), L);
        int outGroups = Math.ceilDiv(shape.outChannels(), L);
        for (int n = 0; n < grid.blocks(); n++) {
            int block = n;
            int inParts = grid.strips(block) * inGroups;
            engine.workers().run(inParts + grid.strips(block) * outGroups, part -> {
                WinogradStrips strips = engine.state().strips;
                if (part < inParts) {
                    strips.input(shape, grid, block, part / inGroups, part % inGroups, x, v);
                } else {
                    strips.gradient(shape, grid, block, (part - inParts) / outGroups, (part - inParts) % outGroups, dy, d);
                }
            });
            for (int column = 0; column < out; column += columns) {
                int first = column;
                int width = Math.min(columns, out - column);
                Panels panels = new Panels(width);
                engine.workers().run(FREQUENCIES, frequency -> multiply(block, frequency, first, panels, v, d, products, engine.state()));
                engine.workers().run(Math.ceilDiv(shape.inChannels(), CHUNK) * (width / L), part -> transform(part / (width / L) * CHUNK, first,
                        part % (width / L) * L, products, dweights, engine.state()));
            }
        }
    }

    /** products[frequency] = V' D over the tiles of the block, for all input channels and some output channels. */
    private void multiply(int block, int frequency, int column, Panels panels, float[] v, float[] d, float[] products, WinogradState state) {
        int tiles = grid.strips(block) * grid.tilesOfStrip(block);
        state.a.set(v, Scratch.START + frequency * WinogradStrips.step(grid, shape.inChannels()), 1, in);
        state.b.set(d, Scratch.START + frequency * WinogradStrips.step(grid, shape.outChannels()) + column, out, 1);
        state.c.set(products, Scratch.START + frequency * productStep, columns, 1);
        state.product.multiply(in, tiles, state.a, state.b, panels, state.c);
    }

    /** Transforms a few input channels and a vector of output channels back, and adds them. */
    private void transform(int channel, int column, int lane, float[] products, float[] dweights, WinogradState state) {
        int count = Math.min(CHUNK, shape.inChannels() - channel);
        float[] weights = state.workspace.floats(2, 2 * CHUNK * 9 * L);
        for (int c = 0; c < count; c++) {
            int at = Scratch.START + (channel + c) * columns + lane;
            for (int j = 0; j < 6; j++) {
                WinogradTransform.weightGradient(products, at + j * productStep, 6 * productStep, state.half, j * L, 6 * L);
            }
            for (int i = 0; i < 3; i++) {
                WinogradTransform.weightGradient(state.half, i * 6 * L, L, weights, (c * 9 + i * 3) * L, L);
            }
        }
        int turned = CHUNK * 9 * L;
        int length = count * 9;
        for (int k = 0; k < length; k += L) {
            int first = Math.max(0, Math.min(k, length - L));
            int last = Math.min(L, length - first) - 1;
            state.block.transpose(weights, first * L, L, last, weights, turned + first, CHUNK * 9);
        }
        int lanes = Math.min(L, shape.outChannels() - column - lane);
        for (int o = 0; o < lanes; o++) {
            int to = ((column + lane + o) * shape.inChannels() + channel) * 9;
            for (int k = 0; k < length; k++) {
                dweights[to + k] += weights[turned + o * CHUNK * 9 + k];
            }
        }
    }
}
