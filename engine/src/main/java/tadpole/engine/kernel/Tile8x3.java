package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** 8 rows of three vectors: 24 sums, three of B and one of A in 32 registers. */
final class Tile8x3 implements Tile {
  private static final int L = Lanes.COUNT;

  @Override
  public int rows() {
    return 8;
  }

  @Override
  public int columns() {
    return 3 * L;
  }

  @Override
  public void multiply(int depth, float[] a, int ai, float[] b, int bi, float[] c, int ci, int stride, boolean add) {
    FloatVector c00 = FloatVector.zero(Lanes.SPECIES), c01 = c00, c02 = c00;
    FloatVector c10 = FloatVector.zero(Lanes.SPECIES), c11 = c10, c12 = c10;
    FloatVector c20 = FloatVector.zero(Lanes.SPECIES), c21 = c20, c22 = c20;
    FloatVector c30 = FloatVector.zero(Lanes.SPECIES), c31 = c30, c32 = c30;
    FloatVector c40 = FloatVector.zero(Lanes.SPECIES), c41 = c40, c42 = c40;
    FloatVector c50 = FloatVector.zero(Lanes.SPECIES), c51 = c50, c52 = c50;
    FloatVector c60 = FloatVector.zero(Lanes.SPECIES), c61 = c60, c62 = c60;
    FloatVector c70 = FloatVector.zero(Lanes.SPECIES), c71 = c70, c72 = c70;
    for (int k = 0; k < depth; k++) {
      int at = ai + 8 * k;
      int bt = bi + 3 * L * k;
      FloatVector b0 = FloatVector.fromArray(Lanes.SPECIES, b, bt);
      FloatVector b1 = FloatVector.fromArray(Lanes.SPECIES, b, bt + L);
      FloatVector b2 = FloatVector.fromArray(Lanes.SPECIES, b, bt + 2 * L);
      FloatVector a0 = FloatVector.broadcast(Lanes.SPECIES, a[at]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      FloatVector a1 = FloatVector.broadcast(Lanes.SPECIES, a[at + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      FloatVector a2 = FloatVector.broadcast(Lanes.SPECIES, a[at + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      FloatVector a3 = FloatVector.broadcast(Lanes.SPECIES, a[at + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      FloatVector a4 = FloatVector.broadcast(Lanes.SPECIES, a[at + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      FloatVector a5 = FloatVector.broadcast(Lanes.SPECIES, a[at + 5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      FloatVector a6 = FloatVector.broadcast(Lanes.SPECIES, a[at + 6]);
      c60 = a6.fma(b0, c60);
      c61 = a6.fma(b1, c61);
      c62 = a6.fma(b2, c62);
      FloatVector a7 = FloatVector.broadcast(Lanes.SPECIES, a[at + 7]);
      c70 = a7.fma(b0, c70);
      c71 = a7.fma(b1, c71);
      c72 = a7.fma(b2, c72);
    }
    store(c00, c01, c02, c, ci, add);
    store(c10, c11, c12, c, ci + stride, add);
    store(c20, c21, c22, c, ci + 2 * stride, add);
    store(c30, c31, c32, c, ci + 3 * stride, add);
    store(c40, c41, c42, c, ci + 4 * stride, add);
    store(c50, c51, c52, c, ci + 5 * stride, add);
    store(c60, c61, c62, c, ci + 6 * stride, add);
    store(c70, c71, c72, c, ci + 7 * stride, add);
  }

  private static void store(FloatVector x, FloatVector y, FloatVector z, float[] c, int at, boolean add) {
    if (add) {
      x = x.add(FloatVector.fromArray(Lanes.SPECIES, c, at));
      y = y.add(FloatVector.fromArray(Lanes.SPECIES, c, at + L));
      z = z.add(FloatVector.fromArray(Lanes.SPECIES, c, at + 2 * L));
    }
    x.intoArray(c, at);
    y.intoArray(c, at + L);
    z.intoArray(c, at + 2 * L);
  }
}
