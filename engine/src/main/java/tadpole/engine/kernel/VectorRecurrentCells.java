package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** A few rows are a task; lanes run over the hidden units. */
final class VectorRecurrentCells implements RecurrentCells {
  /** Hidden units of one task. */
  private static final int PART = 1024;
  private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
  private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1f);

  private final Workers workers;

  VectorRecurrentCells(Workers workers) {
    this.workers = workers;
  }

  private void eachRow(Matrix h, Workers.Range task) {
    workers.ranges(h.rows(), Math.max(1, PART / Math.max(1, h.columns())), task);
  }

  private static FloatVector load(Matrix x, int row, int column, VectorMask<Float> there) {
    return FloatVector.fromArray(SPECIES, x.data(), x.index(row, column), there);
  }

  private static void store(FloatVector value, Matrix x, int row, int column, VectorMask<Float> there) {
    value.intoArray(x.data(), x.index(row, column), there);
  }

  @Override
  public void lstm(Matrix gates, Matrix cBefore, Matrix c, Matrix h) {
    int size = c.columns();
    eachRow(c, (from, to) -> {
      for (int row = from; row < to; row++) {
        for (int j = 0; j < size; j += Lanes.COUNT) {
          VectorMask<Float> there = SPECIES.indexInRange(j, size);
          FloatVector i = Lanes.sigmoid(load(gates, row, j, there));
          FloatVector g = Lanes.tanh(load(gates, row, 2 * size + j, there));
          store(i, gates, row, j, there);
          store(g, gates, row, 2 * size + j, there);
          FloatVector f = Lanes.sigmoid(load(gates, row, size + j, there));
          store(f, gates, row, size + j, there);
          store(f.fma(load(cBefore, row, j, there), i.mul(g)), c, row, j, there);
        }
        for (int j = 0; j < size; j += Lanes.COUNT) {
          VectorMask<Float> there = SPECIES.indexInRange(j, size);
          FloatVector o = Lanes.sigmoid(load(gates, row, 3 * size + j, there));
          store(o, gates, row, 3 * size + j, there);
          store(o.mul(Lanes.tanh(load(c, row, j, there))), h, row, j, there);
        }
      }
    });
  }

  @Override
  public void lstmBackward(Matrix gates, Matrix cBefore, Matrix c, Matrix dh, Matrix dc, Matrix dgates) {
    int size = c.columns();
    eachRow(c, (from, to) -> {
      for (int row = from; row < to; row++) {
        for (int j = 0; j < size; j += Lanes.COUNT) {
          VectorMask<Float> there = SPECIES.indexInRange(j, size);
          FloatVector i = load(gates, row, j, there);
          FloatVector f = load(gates, row, size + j, there);
          FloatVector g = load(gates, row, 2 * size + j, there);
          FloatVector o = load(gates, row, 3 * size + j, there);
          FloatVector tanh = Lanes.tanh(load(c, row, j, there));
          FloatVector dOut = load(dh, row, j, there);
          FloatVector dcell = dOut.mul(o).fma(ONE.sub(tanh.mul(tanh)), load(dc, row, j, there));
          store(dcell.mul(g).mul(i).mul(ONE.sub(i)), dgates, row, j, there);
          store(dcell.mul(load(cBefore, row, j, there)).mul(f).mul(ONE.sub(f)), dgates, row, size + j, there);
          store(dcell.mul(i).mul(ONE.sub(g.mul(g))), dgates, row, 2 * size + j, there);
          store(dOut.mul(tanh).mul(o).mul(ONE.sub(o)), dgates, row, 3 * size + j, there);
          store(dcell.mul(f), dc, row, j, there);
        }
      }
    });
  }

  @Override
  public void gru(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix h) {
    int size = h.columns();
    eachRow(h, (from, to) -> {
      for (int row = from; row < to; row++) {
        for (int j = 0; j < size; j += Lanes.COUNT) {
          VectorMask<Float> there = SPECIES.indexInRange(j, size);
          FloatVector r = Lanes.sigmoid(load(gates, row, j, there).add(load(hiddens, row, j, there)));
          store(r, gates, row, j, there);
          FloatVector sum = r.fma(load(hiddens, row, 2 * size + j, there), load(gates, row, 2 * size + j, there));
          FloatVector n = Lanes.tanh(sum);
          store(n, gates, row, 2 * size + j, there);
          FloatVector z = Lanes.sigmoid(load(gates, row, size + j, there).add(load(hiddens, row, size + j, there)));
          store(z, gates, row, size + j, there);
          store(z.fma(load(hBefore, row, j, there), ONE.sub(z).mul(n)), h, row, j, there);
        }
      }
    });
  }

  @Override
  public void gruBackward(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix dh, Matrix dgates, Matrix dhiddens) {
    int size = dh.columns();
    eachRow(dh, (from, to) -> {
      for (int row = from; row < to; row++) {
        for (int j = 0; j < size; j += Lanes.COUNT) {
          VectorMask<Float> there = SPECIES.indexInRange(j, size);
          FloatVector r = load(gates, row, j, there);
          FloatVector z = load(gates, row, size + j, there);
          FloatVector n = load(gates, row, 2 * size + j, there);
          FloatVector dOut = load(dh, row, j, there);
          FloatVector dn = dOut.mul(ONE.sub(z)).mul(ONE.sub(n.mul(n)));
          FloatVector dz = dOut.mul(load(hBefore, row, j, there).sub(n)).mul(z).mul(ONE.sub(z));
          FloatVector dr = dn.mul(load(hiddens, row, 2 * size + j, there)).mul(r).mul(ONE.sub(r));
          store(dr, dgates, row, j, there);
          store(dz, dgates, row, size + j, there);
          store(dn, dgates, row, 2 * size + j, there);
          store(dr, dhiddens, row, j, there);
          store(dz, dhiddens, row, size + j, there);
          store(dn.mul(r), dhiddens, row, 2 * size + j, there);
          store(dOut.mul(z), dh, row, j, there);
        }
      }
    });
  }
}
