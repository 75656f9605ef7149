package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** States are h, extras the hiddens' part of the sums of n; what goes from h past the gates is carried. */
final class VectorGruCell implements VectorCell {
    private static final int L = Lanes.COUNT;

    @Override
    public int gates() {
        return 3;
    }

    @Override
    public boolean keepsC() {
        return false;
    }

    @Override
    public boolean partsDiffer() {
        return true;
    }

    @Override
    public void forward(RecurrentStrip strip) {
        float[] gates = strip.gates;
        int count = strip.count;
        int r = strip.gate;
        int z = r + strip.gateStep;
        int n = z + strip.gateStep;
        VectorLstmCell.add(strip.sums, strip.sum, gates, r, count);
        VectorLstmCell.add(strip.sums, strip.sum + count, gates, z, count);
        Exponentials.sigmoid(gates, r, gates, r, count);
        Exponentials.sigmoid(gates, z, gates, z, count);
        for (int j = 0; j < count; j += L) {
            FloatVector hiddens = load(gates, n + j);
            hiddens.intoArray(strip.extras, strip.extra + j);
            load(strip.sums, strip.sum + 2 * count + j).add(load(gates, r + j).mul(hiddens)).intoArray(gates, n + j);
        }
        Exponentials.tanh(gates, n, gates, n, count);
        FloatVector one = FloatVector.broadcast(Lanes.SPECIES, 1f);
        for (int j = 0; j < count; j += L) {
            FloatVector keep = load(gates, z + j);
            FloatVector h = one.sub(keep).mul(load(gates, n + j)).add(keep.mul(load(strip.states, strip.before + j)));
            h.intoArray(strip.states, strip.after + j);
            h.intoArray(strip.h, strip.hAt + j);
        }
    }

    @Override
    public void backward(RecurrentStrip strip) {
        float[] gates = strip.gates;
        float[] sums = strip.sums;
        float[] hiddenSums = strip.hiddenSums;
        float[] carry = strip.carry;
        int count = strip.count;
        int step = strip.gateStep;
        int gate = strip.gate;
        int sum = strip.sum;
        int hiddenSum = strip.hiddenSum;
        FloatVector one = FloatVector.broadcast(Lanes.SPECIES, 1f);
        for (int j = 0; j < count; j += L) {
            FloatVector r = load(gates, gate + j);
            FloatVector z = load(gates, gate + step + j);
            FloatVector n = load(gates, gate + 2 * step + j);
            FloatVector dh = load(strip.h, strip.hAt + j).add(load(carry, strip.carryAt + j));
            FloatVector dn = dh.mul(one.sub(z)).mul(one.sub(n.mul(n)));
            FloatVector dz = dh.mul(load(strip.states, strip.before + j).sub(n)).mul(z).mul(one.sub(z));
            FloatVector dr = dn.mul(load(strip.extras, strip.extra + j)).mul(r).mul(one.sub(r));
            dr.intoArray(sums, sum + j);
            dz.intoArray(sums, sum + count + j);
            dn.intoArray(sums, sum + 2 * count + j);
            dr.intoArray(hiddenSums, hiddenSum + j);
            dz.intoArray(hiddenSums, hiddenSum + count + j);
            dn.mul(r).intoArray(hiddenSums, hiddenSum + 2 * count + j);
            dh.mul(z).intoArray(carry, strip.carryAt + j);
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
