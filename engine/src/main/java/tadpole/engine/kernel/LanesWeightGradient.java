package tadpole.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** The weight gradient of a convolution of stride 1 with images in the lanes: dot products of the output's gradient with the moved image. */
final class LanesWeightGradient {
    private static final int L = Lanes.COUNT;
    /** Tiles of taps that one task sums. */
    private static final int TILES = 10;
    /** Numbers of the output's gradient that a task goes through for each tile before it goes on to the next. */
    private static final int BLOCK = 16 * 1024;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final ThreadLocal<LanesState> states;
    private final LanesDots dots = LanesDots.forWidth();
    private final int groups;
    private final int channels;
    private final int inHeight;
    private final int inWidth;
    private final int rows;
    private final int[] taps;

    LanesWeightGradient(ConvolutionShape shape, Workers workers, ThreadLocal<LanesState> states) {
        this.shape = shape;
        this.workers = workers;
        this.states = states;
        groups = Math.ceilDiv(shape.batch(), L);
        channels = Math.ceilDiv(shape.outChannels(), LanesDots.CHANNELS) * LanesDots.CHANNELS;
        inHeight = shape.height() + 2 * shape.padding();
        inWidth = shape.width() + 2 * shape.padding();
        rows = Math.max(1, BLOCK / (LanesDots.CHANNELS * shape.outWidth() * L));
        taps = LanesTaps.of(shape, 0, shape.kernelHeight(), 0, shape.kernelWidth(), inHeight * inWidth * L, inWidth * L).distances();
    }

    void add(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        int plane = shape.outHeight() * shape.outWidth() * L;
        float[] in = workspace.floats(0, groups * shape.inChannels() * inHeight * inWidth * L);
        float[] out = workspace.floats(1, groups * channels * plane);
        int all = shape.inChannels() + channels;
        workers.ranges(groups * all, Math.max(1, 16384 / plane), (from, to) -> {
            for (int n = from; n < to; n++) {
                if (n % all < shape.inChannels()) {
                    readInput(x, n / all, n % all, in);
                } else {
                    readOutput(dy, n / all, n % all - shape.inChannels(), out);
                }
            }
        });
        int chunks = Math.ceilDiv(Math.ceilDiv(taps.length, LanesDots.TAPS), TILES);
        workers.run(chunks * channels / LanesDots.CHANNELS, n -> {
            int first = n % chunks * TILES * LanesDots.TAPS;
            sum(first, Math.min(taps.length, first + TILES * LanesDots.TAPS), n / chunks * LanesDots.CHANNELS, in, out, dweights);
        });
    }

    private int images(int group) {
        return Math.min(L, shape.batch() - group * L);
    }

    private void readInput(float[] x, int group, int channel, float[] in) {
        int plane = shape.height() * shape.width();
        int size = inHeight * inWidth * L;
        int to = Scratch.START + (group * shape.inChannels() + channel) * size;
        if (shape.padding() > 0) {
            Arrays.fill(in, to, to + size, 0);
        }
        int at = (group * L * shape.inChannels() + channel) * plane;
        states.get().images.read(x, at, shape.inChannels() * plane, images(group), shape.height(), shape.width(), in,
                to + shape.padding() * (inWidth + 1) * L, inWidth * L);
    }

    private void readOutput(float[] dy, int group, int channel, float[] out) {
        int plane = shape.outHeight() * shape.outWidth();
        int to = Scratch.START + (group * channels + channel) * plane * L;
        if (channel >= shape.outChannels()) {
            Arrays.fill(out, to, to + plane * L, 0);
            return;
        }
        int at = (group * L * shape.outChannels() + channel) * plane;
        states.get().images.read(dy, at, shape.outChannels() * plane, images(group), shape.outHeight(), shape.outWidth(), out, to,
                shape.outWidth() * L);
        ImageLanes.clearBeyond(images(group), out, to, plane);
    }

    private void sum(int tap, int end, int channel, float[] in, float[] out, float[] dweights) {
        LanesState state = states.get();
        float[] sums = state.workspace.floats(3, TILES * LanesDots.TAPS * LanesDots.CHANNELS * L);
        Arrays.fill(sums, 0);
        int width = shape.outWidth() * L;
        int plane = shape.outHeight() * width;
        for (int group = 0; group < groups; group++) {
            for (int row = 0; row < shape.outHeight(); row += rows) {
                state.x.set(in, Scratch.START + (group * shape.inChannels() * inHeight + row) * inWidth * L, inWidth * L, 1);
                state.y.set(out, Scratch.START + (group * channels + channel) * plane + row * width, width, plane);
                for (int first = tap; first < end; first += LanesDots.TAPS) {
                    int at = Scratch.START + (first - tap) * LanesDots.CHANNELS * L;
                    dots.add(Math.min(rows, shape.outHeight() - row), shape.outWidth(), state.x, taps, first, state.y, sums, at);
                }
            }
        }
        for (int t = tap; t < end; t++) {
            int tile = (t - tap) / LanesDots.TAPS * LanesDots.CHANNELS;
            for (int row = 0; row < Math.min(LanesDots.CHANNELS, shape.outChannels() - channel); row++) {
                int at = Scratch.START + ((tile + row) * LanesDots.TAPS + (t - tap) % LanesDots.TAPS) * L;
                dweights[(channel + row) * taps.length + t] += Lanes.sum(FloatVector.fromArray(Lanes.SPECIES, sums, at));
            }
        }
    }
}
