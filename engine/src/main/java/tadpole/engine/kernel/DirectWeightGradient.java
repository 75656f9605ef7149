package tadpole.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** The weight gradient of a convolution of stride 1: dot products of the output's gradient with the moved image. */
final class DirectWeightGradient {
    private final ConvolutionShape shape;
    private final Workers workers;
    private final TapDots dots = TapDots.forWidth();
    private final PaddedImages images;
    private final int[] taps;
    private final int channels;
    private final int plane;
    private final ThreadLocal<State> states = ThreadLocal.withInitial(State::new);

    DirectWeightGradient(ConvolutionShape shape, Workers workers) {
        this.shape = shape;
        this.workers = workers;
        images = new PaddedImages(shape);
        taps = images.taps();
        channels = Math.ceilDiv(shape.outChannels(), TapDots.ROWS) * TapDots.ROWS;
        int needed = (shape.outHeight() - 1) * images.width() + shape.outWidth();
        plane = Math.ceilDiv(needed, Lanes.COUNT) * Lanes.COUNT;
    }

    private static final class State {
        final Panel x = new Panel();
        final Panel y = new Panel();
        final float[] sums = new float[TapDots.TAPS * TapDots.ROWS * Lanes.COUNT];
    }

    void add(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        float[] padded = workspace.floats(0, images.size());
        images.fill(x, padded, workers);
        float[] spread = workspace.floats(1, shape.batch() * channels * plane);
        workers.ranges(shape.batch() * channels, Math.max(1, 8192 / plane), (from, to) -> {
            for (int n = from; n < to; n++) {
                spread(n, dy, spread);
            }
        });
        int groups = Math.ceilDiv(taps.length, TapDots.TAPS);
        int parts = channels / TapDots.ROWS;
        workers.run(groups * parts, n -> sum(n % groups * TapDots.TAPS, n / groups * TapDots.ROWS, padded, spread, dweights));
    }

    /** Lays the rows of a plane as far apart as those of the padded image, zeros between them. */
    private void spread(int n, float[] dy, float[] spread) {
        int channel = n % channels;
        int out = Scratch.START + n * plane;
        Arrays.fill(spread, out, out + plane, 0);
        if (channel >= shape.outChannels()) {
            return;
        }
        int from = (n / channels * shape.outChannels() + channel) * shape.outHeight() * shape.outWidth();
        for (int row = 0; row < shape.outHeight(); row++) {
            System.arraycopy(dy, from + row * shape.outWidth(), spread, out + row * images.width(), shape.outWidth());
        }
    }

    private void sum(int tap, int channel, float[] padded, float[] spread, float[] dweights) {
        State state = states.get();
        state.x.set(padded, Scratch.START, images.imageStep(), 1);
        state.y.set(spread, Scratch.START + channel * plane, channels * plane, plane);
        dots.sum(shape.batch(), plane, state.x, taps, tap, state.y, state.sums);
        for (int t = 0; t < Math.min(TapDots.TAPS, taps.length - tap); t++) {
            for (int row = 0; row < Math.min(TapDots.ROWS, shape.outChannels() - channel); row++) {
                FloatVector lanes = FloatVector.fromArray(Lanes.SPECIES, state.sums, (t * TapDots.ROWS + row) * Lanes.COUNT);
                dweights[(channel + row) * taps.length + tap + t] += Lanes.sum(lanes);
            }
        }
    }
}
