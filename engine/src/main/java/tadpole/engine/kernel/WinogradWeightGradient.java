package tadpole.engine.kernel;

/** The weight gradient of a 3x3 convolution of stride 1 from the transformed tiles of its input and of its output's gradient. */
final class WinogradWeightGradient {
    /** Numbers of the tiles of a block that a thread works through alone, and of a block that all share. */
    private static final int OWN = 192 * 1024;
    private static final int BLOCK = 3 * 1024 * 1024;
    /** Numbers of the products that are transformed back at a time, and of all parts of a batch together. */
    private static final int PRODUCTS = 1024 * 1024;
    private static final int PARTIAL_PRODUCTS = 1280 * 1024;
    /** Parts of a batch that sum for themselves: few enough for their memory, enough for many threads. */
    private static final int FEWEST_PARTS = 8;
    private static final int MOST_PARTS = 16;
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
    /** How many parts of the batch sum for themselves; 0 when all threads share each block. */
    private final int parts;

    WinogradWeightGradient(ConvolutionShape shape, WinogradEngine engine) {
        this.shape = shape;
        this.engine = engine;
        in = WinogradStrips.padded(shape.inChannels());
        out = WinogradStrips.padded(shape.outChannels());
        WinogradGrid small = WinogradGrid.of(shape, OWN / (FREQUENCIES * (in + out)));
        int most = Math.min(MOST_PARTS, Math.min(small.blocks(), PARTIAL_PRODUCTS / (FREQUENCIES * (in * out + 16))));
        parts = most >= FEWEST_PARTS ? most : 0;
        grid = parts > 0 ? small : WinogradGrid.of(shape, BLOCK / (FREQUENCIES * (in + out)));
        columns = parts > 0 ? out : Math.min(out, Math.max(Panels.WIDE, PRODUCTS / (FREQUENCIES * in) / Panels.WIDE * Panels.WIDE));
        productStep = in * columns + 16;
    }

    void add(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        if (parts > 0) {
            addByParts(x, dy, dweights, workspace);
            return;
        }
        float[] v = workspace.floats(0, FREQUENCIES * WinogradStrips.step(grid, shape.inChannels()));
        float[] d = workspace.floats(1, FREQUENCIES * WinogradStrips.step(grid, shape.outChannels()));
        float[] products = workspace.floats(2, FREQUENCIES * productStep);
        for (int n = 0; n < grid.blocks(); n++) {
            int block = n;
            engine.workers().run(stripsOf(block), part -> transform(block, part, x, dy, v, d, engine.state()));
            for (int column = 0; column < out; column += columns) {
                int first = column;
                Panels panels = new Panels(Math.min(columns, out - column));
                engine.workers().run(FREQUENCIES,
                        frequency -> multiply(block, frequency, first, panels, v, d, products, frequency * productStep, false, engine.state()));
                transformBack(first, panels.columns(), products, dweights);
            }
        }
    }

    /** Each part of the batch has products of its own, so that its blocks stay in the cache; they are added in their order at the end. */
    private void addByParts(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        int size = FREQUENCIES * productStep;
        float[] products = workspace.floats(2, parts * size);
        Panels panels = new Panels(out);
        engine.workers().run(parts, part -> {
            WinogradState state = engine.state();
            float[] v = state.workspace.floats(0, FREQUENCIES * WinogradStrips.step(grid, shape.inChannels()));
            float[] d = state.workspace.floats(1, FREQUENCIES * WinogradStrips.step(grid, shape.outChannels()));
            int first = firstBlock(part);
            for (int block = first; block < firstBlock(part + 1); block++) {
                for (int strip = 0; strip < stripsOf(block); strip++) {
                    transform(block, strip, x, dy, v, d, state);
                }
                for (int frequency = 0; frequency < FREQUENCIES; frequency++) {
                    multiply(block, frequency, 0, panels, v, d, products, part * size + frequency * productStep, block > first, state);
                }
            }
        });
        engine.workers().run(FREQUENCIES, frequency -> {
            int to = Scratch.START + frequency * productStep;
            for (int part = 1; part < parts; part++) {
                add(products, to + part * size, products, to, productStep - 16);
            }
        });
        transformBack(0, out, products, dweights);
    }

    private int firstBlock(int part) {
        return (int) ((long) grid.blocks() * part / parts);
    }

    private static void add(float[] from, int at, float[] to, int out, int n) {
        for (int i = 0; i < n; i++) {
            to[out + i] += from[at + i];
        }
    }

    private int stripsOf(int block) {
        return grid.strips(block) * (Math.ceilDiv(shape.inChannels(), L) + Math.ceilDiv(shape.outChannels(), L));
    }

    /** Transforms a vector of channels of a strip of the input, or of the output's gradient. */
    private void transform(int block, int part, float[] x, float[] dy, float[] v, float[] d, WinogradState state) {
        int inGroups = Math.ceilDiv(shape.inChannels(), L);
        int outGroups = Math.ceilDiv(shape.outChannels(), L);
        int inParts = grid.strips(block) * inGroups;
        if (part < inParts) {
            state.strips.input(shape, grid, block, part / inGroups, part % inGroups, x, v);
        } else {
            state.strips.gradient(shape, grid, block, (part - inParts) / outGroups, (part - inParts) % outGroups, dy, d);
        }
    }

    private void transformBack(int column, int width, float[] products, float[] dweights) {
        engine.workers().run(Math.ceilDiv(shape.inChannels(), CHUNK) * (width / L), part -> transform(part / (width / L) * CHUNK, column,
                part % (width / L) * L, products, dweights, engine.state()));
    }

    /** V' D of a frequency over the tiles of the block, for all input channels and some output channels. */
    private void multiply(int block, int frequency, int column, Panels panels, float[] v, float[] d, float[] products, int to, boolean add,
            WinogradState state) {
        int tiles = grid.strips(block) * grid.tilesOfStrip(block);
        state.a.set(v, Scratch.START + frequency * WinogradStrips.step(grid, shape.inChannels()), 1, in);
        state.b.set(d, Scratch.START + frequency * WinogradStrips.step(grid, shape.outChannels()) + column, out, 1);
        state.c.set(products, Scratch.START + to, columns, 1);
        if (add) {
            state.product.add(in, tiles, state.a, state.b, panels, state.c);
        } else {
            state.product.multiply(in, tiles, state.a, state.b, panels, state.c);
        }
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
