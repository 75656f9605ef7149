package tadpole.engine.kernel;

import java.util.Arrays;

/** The input gradient of a convolution of stride 2: even and odd rows and columns each are one of stride 1 with some of the weights. */
final class PhaseInputGradient {
    private static final int PHASES = 4;

    private final ConvolutionShape shape;
    private final Workers workers;
    private final ThreadLocal<Workspace> workspaces;
    private final int before;
    private final int width;
    private final int plane;
    private final TapRows[] rows = new TapRows[PHASES];
    private final int columns;

    PhaseInputGradient(ConvolutionShape shape, Workers workers, ThreadLocal<Workspace> workspaces) {
        this.shape = shape;
        this.workers = workers;
        this.workspaces = workspaces;
        before = (shape.kernelHeight() - 1) / 2;
        width = Math.max(before + shape.outWidth(), (shape.padding() + shape.width() - 1) / 2 + 1);
        int lines = (shape.padding() + shape.height() - 1) / 2 + 1;
        // Zeros before a row are those after the row above it.
        plane = Math.max(before + shape.outHeight(), before + lines) * width;
        for (int phase = 0; phase < PHASES; phase++) {
            rows[phase] = new TapRows(shape.inChannels(), taps(phase / 2, phase % 2));
        }
        columns = TapRows.columns(lines * width);
    }

    private int places(int phase) {
        return (shape.kernelHeight() - phase + 1) / 2;
    }

    private int[] taps(int rowPhase, int columnPhase) {
        int[] taps = new int[shape.outChannels() * places(rowPhase) * places(columnPhase)];
        int n = 0;
        for (int channel = 0; channel < shape.outChannels(); channel++) {
            for (int i = 0; i < places(rowPhase); i++) {
                for (int j = 0; j < places(columnPhase); j++) {
                    taps[n++] = channel * plane + (before - i) * width + before - j;
                }
            }
        }
        return taps;
    }

    int preparedSize() {
        return Arrays.stream(rows).mapToInt(TapRows::weightSize).sum();
    }

    void prepare(float[] weights, float[] prepared) {
        int kernel = shape.kernelWidth();
        int at = 0;
        for (int phase = 0; phase < PHASES; phase++) {
            int down = phase / 2;
            int right = phase % 2;
            int across = places(right);
            int size = places(down) * across;
            rows[phase].prepare((channel, k) -> {
                int place = k % size;
                int i = 2 * (place / across) + down;
                int j = 2 * (place % across) + right;
                return weights[((k / size * shape.inChannels() + channel) * kernel + i) * kernel + j];
            }, prepared, at);
            at += rows[phase].weightSize();
        }
    }

    void run(float[] dy, float[] prepared, float[] dx) {
        workers.run(shape.batch(), image -> {
            Workspace own = workspaces.get();
            int size = shape.outChannels() * plane + before + TapTile.COLUMNS + Lanes.COUNT;
            float[] padded = own.floats(0, size);
            Arrays.fill(padded, Scratch.START, Scratch.START + size, 0);
            fill(dy, image, padded);
            int rowSize = rows[0].rows() * columns;
            float[] flat = own.floats(1, 2 * rowSize);
            int at = 0;
            for (int rowPhase = 0; rowPhase < 2; rowPhase++) {
                for (int columnPhase = 0; columnPhase < 2; columnPhase++) {
                    TapRows each = rows[2 * rowPhase + columnPhase];
                    each.multiply(prepared, at, padded, Scratch.START, flat, Scratch.START + columnPhase * rowSize, columns);
                    at += each.weightSize();
                }
                merge(image, rowPhase, flat, rowSize, dx);
            }
        });
    }

    private void fill(float[] dy, int image, float[] padded) {
        int from = image * shape.outChannels() * shape.outHeight() * shape.outWidth();
        for (int channel = 0; channel < shape.outChannels(); channel++) {
            int to = Scratch.START + channel * plane + before * width + before;
            for (int row = 0; row < shape.outHeight(); row++) {
                System.arraycopy(dy, from, padded, to + row * width, shape.outWidth());
                from += shape.outWidth();
            }
        }
    }

    /** Brings the even and odd columns of every second row together. */
    private void merge(int image, int rowPhase, float[] flat, int rowSize, float[] dx) {
        int padding = shape.padding();
        int evens = Scratch.START + padding % 2 * rowSize + padding / 2;
        int odds = Scratch.START + (padding + 1) % 2 * rowSize + (padding + 1) / 2;
        for (int channel = 0; channel < shape.inChannels(); channel++) {
            int to = (image * shape.inChannels() + channel) * shape.height() * shape.width();
            for (int row = (rowPhase + padding) % 2; row < shape.height(); row += 2) {
                int line = channel * columns + (row + padding) / 2 * width;
                Interleaving.merge(flat, evens + line, odds + line, dx, to + row * shape.width(), shape.width());
            }
        }
    }
}
