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
    private float[] dh = {};
    private float[] dc = {};

    PlainRecurrence(int hidden, PlainCell cell, Kernels kernels) {
        this.hidden = hidden;
        this.gateCount = cell.gates();
        this.cell = cell;
        this.kernels = kernels;
    }

    @Override
    public void forward(Sequences now, Inputs inputs, Matrix w, float[] bias, float[] y) {
        sequences = now;
        gates = room(gates, now.steps() * width());
        hiddens = room(hiddens, now.steps() * width());
        c = room(c, (now.steps() + now.n()) * hidden);
        h = room(h, (now.steps() + now.n()) * hidden);
        Arrays.fill(c, 0, now.n() * hidden, 0);
        Arrays.fill(h, 0, now.n() * hidden, 0);
        for (int t = 0; t < now.time(); t++) {
            for (int row = 0; row < now.n(); row++) {
                Matrix sums = inputs.sums();
                int from = sums.index(inputs.rows()[t * now.n() + row], 0);
                System.arraycopy(sums.data(), from, gates, (t * now.n() + row) * width(), width());
            }
            kernels.linear(state(t, h), w.transpose(), bias, step(t, hiddens));
            cell.forward(step(t, gates), step(t, hiddens), states(t));
            for (int row = 0; row < now.n() && now.output(t, row) >= 0; row++) {
                System.arraycopy(h, ((t + 1) * now.n() + row) * hidden, y, now.output(t, row) * hidden, hidden);
            }
        }
    }

    private static float[] room(float[] before, int size) {
        return before.length < size ? new float[size] : before;
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
        dgates = room(dgates, sequences.steps() * width());
        dhiddens = room(dhiddens, sequences.steps() * width());
        dh = room(dh, n * hidden);
        dc = room(dc, n * hidden);
        Arrays.fill(dh, 0, n * hidden, 0);
        Arrays.fill(dc, 0, n * hidden, 0);
        Matrix dstate = Matrix.of(dh, n, hidden);
        for (int t = sequences.time() - 1; t >= 0; t--) {
            for (int row = 0; row < n && sequences.output(t, row) >= 0; row++) {
                for (int j = 0; j < hidden; j++) {
                    dh[row * hidden + j] += dy[sequences.output(t, row) * hidden + j];
                }
            }
            cell.backward(step(t, gates), step(t, hiddens), states(t),
                    new PlainCell.Gradients(dstate, Matrix.of(dc, n, hidden), step(t, dgates), step(t, dhiddens)));
            kernels.addProduct(step(t, dhiddens), w, dstate);
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
