package tadpole.engine.kernel;

import java.util.Arrays;

/** The yardstick: one product and one cell a step. */
final class PlainRecurrence implements Recurrence {
    private final int hidden;
    private final int gateCount;
    private final PlainCell cell;
    private final Kernels kernels;
    private Sequences sequences = new Sequences(0, 0, false);
    private float[] gates = {};
    private float[] hiddens = {};
    private float[] c = {};
    private float[] h = {};
    private float[] dgates = {};
    private float[] dhiddens = {};
    /** Those of h and of c. */
    private float[] dstates = {};

    PlainRecurrence(int hidden, PlainCell cell, Kernels kernels) {
        this.hidden = hidden;
        this.gateCount = cell.gates();
        this.cell = cell;
        this.kernels = kernels;
    }

    @Override
    public void forward(Sequences now, Inputs inputs, Weights weights, States states, float[] y) {
        sequences = now;
        gates = grown(gates, now.steps() * width());
        hiddens = grown(hiddens, now.steps() * width());
        c = grown(c, (now.steps() + now.n()) * hidden);
        h = grown(h, (now.steps() + now.n()) * hidden);
        begin(h, states.h());
        begin(c, states.c());
        for (int t = 0; t < now.time(); t++) {
            for (int row = 0; row < now.n(); row++) {
                Matrix sums = inputs.sums();
                int from = sums.index(inputs.rows()[t * now.n() + row], 0);
                System.arraycopy(sums.data(), from, gates, (t * now.n() + row) * width(), width());
            }
            kernels.linear(state(t, h), weights.w().transpose(), weights.bias(), step(t, hiddens));
            cell.forward(step(t, gates), step(t, hiddens), states(t));
            for (int row = 0; row < now.n() && now.output(t, row) >= 0; row++) {
                System.arraycopy(h, ((t + 1) * now.n() + row) * hidden, y, now.output(t, row) * hidden, hidden);
            }
        }
        end(h, states.h());
        end(c, states.c());
    }

    private void begin(float[] all, float[] start) {
        Arrays.fill(all, 0, sequences.n() * hidden, 0);
        System.arraycopy(start, 0, all, 0, start.length == 0 ? 0 : sequences.n() * hidden);
    }

    private void end(float[] all, float[] last) {
        System.arraycopy(all, sequences.steps() * hidden, last, 0, last.length == 0 ? 0 : sequences.n() * hidden);
    }

    @Override
    public boolean keepsC() {
        return cell.keepsC();
    }

    private static float[] grown(float[] room, int size) {
        return room.length < size ? new float[size] : room;
    }

    private int width() {
        return gateCount * hidden;
    }

    private Matrix step(int t, float[] of) {
        return Matrix.of(of, t * sequences.n() * width(), sequences.n(), width());
    }

    private Matrix state(int t, float[] of) {
        return Matrix.of(of, t * sequences.n() * hidden, sequences.n(), hidden);
    }

    private PlainCell.States states(int t) {
        return new PlainCell.States(state(t, h), state(t, c), state(t + 1, h), state(t + 1, c));
    }

    @Override
    public void backward(Matrix w, float[] dy) {
        int n = sequences.n();
        dgates = grown(dgates, sequences.steps() * width());
        dhiddens = grown(dhiddens, sequences.steps() * width());
        dstates = grown(dstates, 2 * n * hidden);
        Arrays.fill(dstates, 0, 2 * n * hidden, 0);
        Matrix dh = Matrix.of(dstates, n, hidden);
        Matrix dc = Matrix.of(dstates, n * hidden, n, hidden);
        for (int t = sequences.time() - 1; t >= 0; t--) {
            for (int row = 0; row < n && sequences.output(t, row) >= 0; row++) {
                for (int j = 0; j < hidden; j++) {
                    dh.data()[row * hidden + j] += dy[sequences.output(t, row) * hidden + j];
                }
            }
            cell.backward(step(t, gates), step(t, hiddens), states(t), new PlainCell.Gradients(dh, dc, step(t, dgates), step(t, dhiddens)));
            kernels.addProduct(step(t, dhiddens), w, dh);
        }
    }

    @Override
    public Matrix statesBefore() {
        return Matrix.of(h, sequences.steps(), hidden);
    }

    @Override
    public Matrix inputGradients() {
        return Matrix.of(dgates, sequences.steps(), width());
    }

    @Override
    public Matrix hiddenGradients() {
        return Matrix.of(dhiddens, sequences.steps(), width());
    }
}
