package tadpole.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** The weight gradient of a convolution of stride 2. Each part of the batch sums for itself; parts are added in their order. */
final class PhaseWeightGradient {
    private static final int MOST_PARTS = 16;
    /** Numbers of some images that stay in the cache together. */
    private static final int BLOCK = 160 * 1024;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final ThreadLocal<Workspace> workspaces;
    private final TapDots dots = TapDots.forWidth();
    private final PhaseImages images;
    private final int[] taps;
    private final int channels;
    private final int parts;
    private final int together;
    private final int row;
    private final ThreadLocal<State> states = ThreadLocal.withInitial(State::new);

    PhaseWeightGradient(ConvolutionShape shape, Workers workers, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        this.workspaces = workspaces;
        channels = Math.ceilDiv(shape.outChannels(), TapDots.ROWS) * TapDots.ROWS;
        parts = Math.min(shape.batch(), MOST_PARTS);
        PhaseImages one = new PhaseImages(shape, 1);
        together = Math.max(1, Math.min(Math.ceilDiv(shape.batch(), parts), BLOCK / (one.size() + channels * one.plane())));
        images = new PhaseImages(shape, together);
        taps = images.taps();
        int needed = (together - 1) * images.plane() + (shape.outHeight() - 1) * images.width() + shape.outWidth();
        row = Math.ceilDiv(needed, Lanes.COUNT) * Lanes.COUNT;
    }

    private static final class State {
        final Panel x = new Panel();
        final Panel y = new Panel();
        final float[] sums = new float[TapDots.TAPS * TapDots.ROWS * Lanes.COUNT];
    }

    void add(float[] x, float[] dy, float[] dweights, Workspace workspace) {
        int size = shape.weightSize();
        float[] partial = workspace.floats(0, parts * size);
        workers.run(parts, part -> {
            Arrays.fill(partial, Scratch.START + part * size, Scratch.START + (part + 1) * size, 0);
            int end = shape.batch() * (part + 1) / parts;
            for (int image = shape.batch() * part / parts; image < end; image += together) {
                addImages(image, Math.min(together, end - image), x, dy, partial, Scratch.START + part * size);
            }
        });
        for (int part = 0; part < parts; part++) {
            add(partial, Scratch.START + part * size, dweights, size);
        }
    }

    private static void add(float[] from, int at, float[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] += from[at + i];
        }
    }

    private void addImages(int image, int count, float[] x, float[] dy, float[] sums, int at) {
        Workspace own = workspaces.get();
        float[] phases = own.floats(0, images.size());
        float[] spread = own.floats(1, channels * row);
        images.fill(x, image, count, phases);
        spread(dy, image, count, spread);
        State state = states.get();
        state.x.set(phases, Scratch.START, 0, 1);
        for (int tap = 0; tap < taps.length; tap += TapDots.TAPS) {
            for (int channel = 0; channel < shape.outChannels(); channel += TapDots.ROWS) {
                state.y.set(spread, Scratch.START + channel * row, 0, row);
                dots.sum(1, row, state.x, taps, tap, state.y, state.sums);
                takeOver(state.sums, channel, tap, sums, at);
            }
        }
    }

    /** Lays the rows of each plane as far apart as those of the split images, zeros between them. */
    private void spread(float[] dy, int firstImage, int count, float[] spread) {
        Arrays.fill(spread, Scratch.START, Scratch.START + channels * row, 0);
        int width = shape.outWidth();
        int from = firstImage * shape.outChannels() * shape.outHeight() * width;
        for (int image = 0; image < count; image++) {
            for (int channel = 0; channel < shape.outChannels(); channel++) {
                int to = Scratch.START + channel * row + image * images.plane();
                for (int line = 0; line < shape.outHeight(); line++) {
                    System.arraycopy(dy, from, spread, to + line * images.width(), width);
                    from += width;
                }
            }
        }
    }

    private void takeOver(float[] lanes, int channel, int tap, float[] sums, int at) {
        for (int t = 0; t < Math.min(TapDots.TAPS, taps.length - tap); t++) {
            for (int r = 0; r < Math.min(TapDots.ROWS, shape.outChannels() - channel); r++) {
                FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, lanes, (t * TapDots.ROWS + r) * Lanes.COUNT);
                sums[at + (channel + r) * taps.length + tap + t] += Lanes.sum(sum);
            }
        }
    }
}
