package tadpole.engine.kernel;

/** A 3x3 convolution of stride 1 by Winograd's F(4x4, 3x3): transformed tiles, one product for each of 36 frequencies, and back. */
final class WinogradForward {
    /** Numbers of the tiles of a block that a thread works through alone, and of a block that all share. */
    private static final int OWN = 72 * 1024;
    private static final int SHARED = 4 * 1024 * 1024;
    /** From so many transformed weights of a frequency on, all threads share a block, so that each weight is read but once. */
    private static final int MANY_WEIGHTS = 160 * 160;

    private static final int FREQUENCIES = WinogradStrips.FREQUENCIES;

    private final ConvolutionShape shape;
    private final WinogradEngine engine;
    private final WinogradGrid grid;
    private final Panels panels;
    private final boolean shared;
    private final int inGroups;
    private final int outGroups;
    private final int sizeIn;
    private final int sizeOut;

    WinogradForward(ConvolutionShape shape, WinogradEngine engine) {
        this.shape = shape;
        this.engine = engine;
        panels = new Panels(WinogradStrips.padded(shape.outChannels()));
        shared = shape.inChannels() * shape.outChannels() >= MANY_WEIGHTS;
        int numbersOfTile = FREQUENCIES * (WinogradStrips.padded(shape.inChannels()) + WinogradStrips.padded(shape.outChannels()));
        grid = WinogradGrid.of(shape, (shared ? SHARED : OWN) / numbersOfTile);
        inGroups = Math.ceilDiv(shape.inChannels(), Lanes.COUNT);
        outGroups = Math.ceilDiv(shape.outChannels(), Lanes.COUNT);
        sizeIn = FREQUENCIES * WinogradStrips.step(grid, shape.inChannels());
        sizeOut = FREQUENCIES * WinogradStrips.step(grid, shape.outChannels());
    }

    void run(float[] x, float[] prepared, float[] bias, boolean relu, float[] y, Workspace workspace) {
        if (!shared) {
            engine.workers().run(grid.blocks(), block -> {
                WinogradState state = engine.state();
                float[] v = state.workspace.floats(0, sizeIn);
                float[] m = state.workspace.floats(1, sizeOut);
                for (int n = 0; n < grid.strips(block) * inGroups; n++) {
                    input(block, n, x, v, state);
                }
                for (int frequency = 0; frequency < FREQUENCIES; frequency++) {
                    multiply(block, frequency, prepared, v, m, state);
                }
                for (int n = 0; n < grid.strips(block) * outGroups; n++) {
                    output(block, n, m, bias, relu, y, state);
                }
            });
            return;
        }
        float[] v = workspace.floats(0, sizeIn);
        float[] m = workspace.floats(1, sizeOut);
        for (int n = 0; n < grid.blocks(); n++) {
            int block = n;
            engine.workers().run(grid.strips(block) * inGroups, part -> input(block, part, x, v, engine.state()));
            engine.workers().run(FREQUENCIES, frequency -> multiply(block, frequency, prepared, v, m, engine.state()));
            engine.workers().run(grid.strips(block) * outGroups, part -> output(block, part, m, bias, relu, y, engine.state()));
        }
    }

    private void input(int block, int part, float[] x, float[] v, WinogradState state) {
        state.strips.input(shape, grid, block, part / inGroups, part % inGroups, x, v);
    }

    private void output(int block, int part, float[] m, float[] bias, boolean relu, float[] y, WinogradState state) {
        state.strips.output(shape, grid, block, part / outGroups, part % outGroups, m, bias, relu, y);
    }

    private void multiply(int block, int frequency, float[] prepared, float[] v, float[] m, WinogradState state) {
        int channels = shape.inChannels();
        int in = WinogradStrips.padded(channels);
        int out = WinogradStrips.padded(shape.outChannels());
        int tiles = Math.ceilDiv(grid.strips(block) * grid.tilesOfStrip(block), Tile.ROWS) * Tile.ROWS;
        state.a.set(v, Scratch.START + frequency * WinogradStrips.step(grid, channels), in, 1);
        state.b.set(prepared, Scratch.START + frequency * WinogradWeights.step(channels, shape.outChannels()), 0, 1);
        state.c.set(m, Scratch.START + frequency * WinogradStrips.step(grid, shape.outChannels()), out, 1);
        state.product.multiply(tiles, channels, state.a, state.b, panels, state.c);
    }
}
