package tadpole.engine.kernel;

/**
 * Transforms 3x3 weights for {@link WinogradForward}, and their gradient back. Transformed weights lie as [36 frequencies][panel of
 * output channels][input channel][output channels of the panel].
 */
final class WinogradWeights {
    private static final int L = Lanes.COUNT;
    private static final int FREQUENCIES = WinogradStrips.FREQUENCIES;
    /** Input channels of one task. */
    private static final int CHUNK = 16;

    private final Workers workers;
    private final ThreadLocal<State> states = ThreadLocal.withInitial(State::new);

    WinogradWeights(Workers workers) {
        this.workers = workers;
    }

    private static final class State {
        final TransposeBlock block = new TransposeBlock();
        final float[] weights = new float[CHUNK * 9 * L];
        final float[] half = new float[18 * L];
        final float[] whole = new float[FREQUENCIES * L];
    }

    static int size(int inChannels, int outChannels) {
        return Scratch.START + FREQUENCIES * step(inChannels, outChannels);
    }

    /** How far apart frequencies lie: not a power of two, as they would all fall on the same places of the cache. */
    static int step(int inChannels, int outChannels) {
        return inChannels * WinogradStrips.padded(outChannels) + 16;
    }

    /** For the forward way: weights [out][in][3][3]. */
    void transform(float[] weights, int inChannels, int outChannels, float[] prepared) {
        eachChunk(inChannels, outChannels, (state, group, channel, count) -> {
            int at = (group * L * inChannels + channel) * 9;
            int rows = Math.min(L, outChannels - group * L);
            Packing.transpose(weights, at, inChannels * 9, rows, count * 9, state.weights, 0, L, L, state.block);
            for (int c = 0; c < count; c++) {
                transform(state, c * 9 * L, inChannels, outChannels, channel + c, group, prepared);
            }
        });
    }

    /** For the way back: weights [in][out][3][3], turned by half a circle. */
    void transformMirrored(float[] weights, int inChannels, int outChannels, float[] prepared) {
        eachChunk(inChannels, outChannels, (state, group, channel, count) -> {
            int lanes = Math.min(L, outChannels - group * L);
            for (int c = 0; c < count; c++) {
                int at = ((channel + c) * outChannels + group * L) * 9;
                for (int lane = 0; lane < lanes; lane++) {
                    for (int k = 0; k < 9; k++) {
                        state.weights[(8 - k) * L + lane] = weights[at + lane * 9 + k];
                    }
                }
                transform(state, 0, inChannels, outChannels, channel + c, group, prepared);
            }
        });
    }

    private static void transform(State state, int at, int inChannels, int outChannels, int channel, int group, float[] prepared) {
        for (int j = 0; j < 3; j++) {
            WinogradTransform.weight(state.weights, at + j * L, 3 * L, state.half, j * L, 3 * L);
        }
        Panels panels = new Panels(WinogradStrips.padded(outChannels));
        int panel = panels.panelOf(group * L);
        int first = panels.firstColumn(panel);
        int to = Scratch.START + first * inChannels + channel * panels.width(panel) + group * L - first;
        int step = step(inChannels, outChannels);
        for (int i = 0; i < 6; i++) {
            WinogradTransform.weight(state.half, i * 3 * L, L, prepared, to + i * 6 * step, step);
        }
    }

    private interface Chunk {
        void accept(State state, int group, int channel, int count);
    }

    private void eachChunk(int inChannels, int outChannels, Chunk chunk) {
        int chunks = Math.ceilDiv(inChannels, CHUNK);
        workers.run(Math.ceilDiv(outChannels, L) * chunks, n -> {
            int channel = n % chunks * CHUNK;
            chunk.accept(states.get(), n / chunks, channel, Math.min(CHUNK, inChannels - channel));
        });
    }
}
