package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** States are c, extras tanh(c); the gradient of c is carried. */
final class VectorLstmCell implements VectorCell {
    private static final int L = Lanes.COUNT;

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public boolean keepsC() {
        return true;
    }

    @Override
    public boolean partsDiffer() {
        return false;
    }

    @Override
    public void forward(RecurrentStrip strip) {
        float[] gates = strip.gates;
        int n = strip.count;
        int i = strip.gate;
        int f = i + strip.gateStep;
        int g = f + strip.gateStep;
        int o = g + strip.gateStep;
        add(strip.sums, strip.sum, gates, i, n);
        add(strip.sums, strip.sum + n, gates, f, n);
        add(strip.sums, strip.sum + 2 * n, gates, g, n);
        add(strip.sums, strip.sum + 3 * n, gates, o, n);
        Exponentials.sigmoid(gates, i, gates, i, n);
        Exponentials.sigmoid(gates, f, gates, f, n);
        Exponentials.tanh(gates, g, gates, g, n);
        Exponentials.sigmoid(gates, o, gates, o, n);
        mulAdd(gates, i, f, g, strip.states, strip.before, strip.after, n);
        Exponentials.tanh(strip.states, strip.after, strip.extras, strip.extra, n);
        mul(gates, o, strip.extras, strip.extra, strip.h, strip.hAt, n);
    }

    // Loops of their own: with those of the exponentials one method would be too large for C2, which then makes objects of vectors.
    private static void mulAdd(float[] gates, int i, int f, int g, float[] states, int before, int after, int n) {
        for (int j = 0; j < n; j += L) {
            load(gates, f + j).mul(load(states, before + j)).add(load(gates, i + j).mul(load(gates, g + j))).intoArray(states, after + j);
        }
    }

    private static void mul(float[] x, int at, float[] y, int from, float[] z, int out, int n) {
        for (int j = 0; j < n; j += L) {
            load(x, at + j).mul(load(y, from + j)).intoArray(z, out + j);
        }
    }

    static void add(float[] x, int at, float[] y, int out, int n) {
        for (int j = 0; j < n; j += L) {
            load(y, out + j).add(load(x, at + j)).intoArray(y, out + j);
        }
    }

    @Override
    public void backward(RecurrentStrip strip) {
        float[] gates = strip.gates;
        float[] sums = strip.sums;
        float[] carry = strip.carry;
        float[] states = strip.states;
        float[] extras = strip.extras;
        float[] h = strip.h;
        int n = strip.count;
        int step = strip.gateStep;
        int gate = strip.gate;
        int sum = strip.sum;
        int carryAt = strip.carryAt;
        int hAt = strip.hAt;
        int extra = strip.extra;
        int before = strip.before;
        FloatVector one = FloatVector.broadcast(Lanes.SPECIES, 1f);
        for (int j = 0; j < n; j += L) {
            FloatVector i = load(gates, gate + j);
            FloatVector f = load(gates, gate + step + j);
            FloatVector g = load(gates, gate + 2 * step + j);
            FloatVector o = load(gates, gate + 3 * step + j);
            FloatVector tanh = load(extras, extra + j);
            FloatVector dh = load(h, hAt + j);
            FloatVector dc = load(carry, carryAt + j).add(dh.mul(o).mul(one.sub(tanh.mul(tanh))));
            dc.mul(g).mul(i).mul(one.sub(i)).intoArray(sums, sum + j);
            dc.mul(load(states, before + j)).mul(f).mul(one.sub(f)).intoArray(sums, sum + n + j);
            dc.mul(i).mul(one.sub(g.mul(g))).intoArray(sums, sum + 2 * n + j);
            dh.mul(tanh).mul(o).mul(one.sub(o)).intoArray(sums, sum + 3 * n + j);
            dc.mul(f).intoArray(carry, carryAt + j);
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
