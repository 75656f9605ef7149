package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * The weights are packed once, in panels of four vectors of outputs; then each output's sum runs over the depth in the chains of
 * {@link VectorProduct}, so that the bits are the same.
 */
final class VectorRowProduct implements RowProduct {
    private static final int L = Lanes.COUNT;
    private static final int WIDTH = 4 * L;
    /** Multiply-adds from which a second thread is worth the hand-over. */
    private static final long WORTH_SHARING = 1 << 20;

    private final Workers workers;
    private final ThreadLocal<TransposeBlock> transposes = ThreadLocal.withInitial(TransposeBlock::new);
    /** [panel, in, width]. */
    private float[] packed = {};
    private float[] sums = {};
    private int in = -1;
    private int out = -1;
    private long version;

    VectorRowProduct(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void linear(float[] x, Matrix w, float[] bias, long newVersion, float[] y) {
        Matrix.requireColumns(w.transpose(), bias);
        int panels = Math.ceilDiv(w.rows(), WIDTH);
        int panelsOfTask = (long) w.rows() * w.columns() < WORTH_SHARING ? Math.max(1, panels) : Math.ceilDiv(panels, 2 * workers.threads());
        if (newVersion != version || w.columns() != in || w.rows() != out) {
            pack(w, panels, panelsOfTask);
            version = newVersion;
        }
        if (panels <= panelsOfTask) {
            multiply(x, bias, y, 0, panels);
        } else {
            workers.ranges(panels, panelsOfTask, (from, to) -> multiply(x, bias, y, from, to));
        }
    }

    private void pack(Matrix w, int panels, int panelsOfTask) {
        in = w.columns();
        out = w.rows();
        if (packed.length < Scratch.START + panels * WIDTH * in) {
            packed = new float[Scratch.START + panels * WIDTH * in];
        }
        if (sums.length < panels * WIDTH) {
            sums = new float[panels * WIDTH];
        }
        workers.ranges(panels, panelsOfTask, (from, to) -> {
            for (int panel = from; panel < to; panel++) {
                int first = panel * WIDTH;
                Packing.transpose(w.data(), w.index(first, 0), w.stride(), Math.min(WIDTH, out - first), in, packed, place(panel), WIDTH, WIDTH,
                        transposes.get());
            }
        });
    }

    private int place(int panel) {
        return Scratch.START + panel * WIDTH * in;
    }

    private void multiply(float[] x, float[] bias, float[] y, int from, int to) {
        int depths = VectorProduct.depths(in, out);
        int first = from * WIDTH;
        int end = Math.min(out, to * WIDTH);
        for (int depth = 0; depth < in; depth += depths) {
            for (int panel = from; panel < to; panel++) {
                multiply(x, depth, Math.min(depths, in - depth), packed, place(panel) + depth * WIDTH, sums, panel * WIDTH);
            }
            float[] before = depth == 0 ? bias : y;
            for (int j = first; j < end; j++) {
                y[j] = before[j] + sums[j];
            }
        }
    }

    private static void multiply(float[] x, int from, int depth, float[] w, int at, float[] sums, int to) {
        FloatVector s0 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int k = 0; k < depth; k++) {
            FloatVector a = FloatVector.broadcast(Lanes.SPECIES, x[from + k]);
            int row = at + k * WIDTH;
            s0 = a.fma(load(w, row), s0);
            s1 = a.fma(load(w, row + L), s1);
            s2 = a.fma(load(w, row + 2 * L), s2);
            s3 = a.fma(load(w, row + 3 * L), s3);
        }
        s0.intoArray(sums, to);
        s1.intoArray(sums, to + L);
        s2.intoArray(sums, to + 2 * L);
        s3.intoArray(sums, to + 3 * L);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
