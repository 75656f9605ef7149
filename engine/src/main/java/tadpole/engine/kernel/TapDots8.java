package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of products of three rows and eight taps of an image. */
final class TapDots8 implements TapDots {
  private static final int L = Lanes.COUNT;

  @Override
  public void add(int count, float[] x, int xi, int[] taps, int first, float[] y, int yi, int yStep, float[] sums) {
    int x0 = xi + taps[Math.min(first, taps.length - 1)];
    int x1 = xi + taps[Math.min(first + 1, taps.length - 1)];
    int x2 = xi + taps[Math.min(first + 2, taps.length - 1)];
    int x3 = xi + taps[Math.min(first + 3, taps.length - 1)];
    int x4 = xi + taps[Math.min(first + 4, taps.length - 1)];
    int x5 = xi + taps[Math.min(first + 5, taps.length - 1)];
    int x6 = xi + taps[Math.min(first + 6, taps.length - 1)];
    int x7 = xi + taps[Math.min(first + 7, taps.length - 1)];
    FloatVector s00 = load(sums, 0);
    FloatVector s01 = load(sums, 1 * L);
    FloatVector s02 = load(sums, 2 * L);
    FloatVector s10 = load(sums, 3 * L);
    FloatVector s11 = load(sums, 4 * L);
    FloatVector s12 = load(sums, 5 * L);
    FloatVector s20 = load(sums, 6 * L);
    FloatVector s21 = load(sums, 7 * L);
    FloatVector s22 = load(sums, 8 * L);
    FloatVector s30 = load(sums, 9 * L);
    FloatVector s31 = load(sums, 10 * L);
    FloatVector s32 = load(sums, 11 * L);
    FloatVector s40 = load(sums, 12 * L);
    FloatVector s41 = load(sums, 13 * L);
    FloatVector s42 = load(sums, 14 * L);
    FloatVector s50 = load(sums, 15 * L);
    FloatVector s51 = load(sums, 16 * L);
    FloatVector s52 = load(sums, 17 * L);
    FloatVector s60 = load(sums, 18 * L);
    FloatVector s61 = load(sums, 19 * L);
    FloatVector s62 = load(sums, 20 * L);
    FloatVector s70 = load(sums, 21 * L);
    FloatVector s71 = load(sums, 22 * L);
    FloatVector s72 = load(sums, 23 * L);
    for (int i = 0; i < count; i += L) {
      int from = yi + i;
      FloatVector y0 = load(y, from);
      FloatVector y1 = load(y, from + yStep);
      FloatVector y2 = load(y, from + 2 * yStep);
      FloatVector v0 = load(x, x0 + i);
      s00 = v0.fma(y0, s00);
      s01 = v0.fma(y1, s01);
      s02 = v0.fma(y2, s02);
      FloatVector v1 = load(x, x1 + i);
      s10 = v1.fma(y0, s10);
      s11 = v1.fma(y1, s11);
      s12 = v1.fma(y2, s12);
      FloatVector v2 = load(x, x2 + i);
      s20 = v2.fma(y0, s20);
      s21 = v2.fma(y1, s21);
      s22 = v2.fma(y2, s22);
      FloatVector v3 = load(x, x3 + i);
      s30 = v3.fma(y0, s30);
      s31 = v3.fma(y1, s31);
      s32 = v3.fma(y2, s32);
      FloatVector v4 = load(x, x4 + i);
      s40 = v4.fma(y0, s40);
      s41 = v4.fma(y1, s41);
      s42 = v4.fma(y2, s42);
      FloatVector v5 = load(x, x5 + i);
      s50 = v5.fma(y0, s50);
      s51 = v5.fma(y1, s51);
      s52 = v5.fma(y2, s52);
      FloatVector v6 = load(x, x6 + i);
      s60 = v6.fma(y0, s60);
      s61 = v6.fma(y1, s61);
      s62 = v6.fma(y2, s62);
      FloatVector v7 = load(x, x7 + i);
      s70 = v7.fma(y0, s70);
      s71 = v7.fma(y1, s71);
      s72 = v7.fma(y2, s72);
    }
    s00.intoArray(sums, 0);
    s01.intoArray(sums, 1 * L);
    s02.intoArray(sums, 2 * L);
    s10.intoArray(sums, 3 * L);
    s11.intoArray(sums, 4 * L);
    s12.intoArray(sums, 5 * L);
    s20.intoArray(sums, 6 * L);
    s21.intoArray(sums, 7 * L);
    s22.intoArray(sums, 8 * L);
    s30.intoArray(sums, 9 * L);
    s31.intoArray(sums, 10 * L);
    s32.intoArray(sums, 11 * L);
    s40.intoArray(sums, 12 * L);
    s41.intoArray(sums, 13 * L);
    s42.intoArray(sums, 14 * L);
    s50.intoArray(sums, 15 * L);
    s51.intoArray(sums, 16 * L);
    s52.intoArray(sums, 17 * L);
    s60.intoArray(sums, 18 * L);
    s61.intoArray(sums, 19 * L);
    s62.intoArray(sums, 20 * L);
    s70.intoArray(sums, 21 * L);
    s71.intoArray(sums, 22 * L);
    s72.intoArray(sums, 23 * L);
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(Lanes.SPECIES, x, at);
  }
}
