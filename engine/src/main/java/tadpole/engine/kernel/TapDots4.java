package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of products of three rows and eight taps of an image, four taps at a time. */
final class TapDots4 implements TapDots {
  private static final int L = Lanes.COUNT;

  @Override
  public void add(int count, float[] x, int xi, int[] taps, int first, float[] y, int yi, int yStep, float[] sums) {
    for (int tap = 0; tap < TAPS; tap += 4) {
      addFour(count, x, xi, taps, first + tap, y, yi, yStep, sums, tap * ROWS * L);
    }
  }

  private static void addFour(int count, float[] x, int xi, int[] taps, int first, float[] y, int yi, int yStep, float[] sums, int at) {
    int x0 = xi + taps[Math.min(first, taps.length - 1)];
    int x1 = xi + taps[Math.min(first + 1, taps.length - 1)];
    int x2 = xi + taps[Math.min(first + 2, taps.length - 1)];
    int x3 = xi + taps[Math.min(first + 3, taps.length - 1)];
    FloatVector s00 = load(sums, at);
    FloatVector s01 = load(sums, at + 1 * L);
    FloatVector s02 = load(sums, at + 2 * L);
    FloatVector s10 = load(sums, at + 3 * L);
    FloatVector s11 = load(sums, at + 4 * L);
    FloatVector s12 = load(sums, at + 5 * L);
    FloatVector s20 = load(sums, at + 6 * L);
    FloatVector s21 = load(sums, at + 7 * L);
    FloatVector s22 = load(sums, at + 8 * L);
    FloatVector s30 = load(sums, at + 9 * L);
    FloatVector s31 = load(sums, at + 10 * L);
    FloatVector s32 = load(sums, at + 11 * L);
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
    }
    s00.intoArray(sums, at);
    s01.intoArray(sums, at + 1 * L);
    s02.intoArray(sums, at + 2 * L);
    s10.intoArray(sums, at + 3 * L);
    s11.intoArray(sums, at + 4 * L);
    s12.intoArray(sums, at + 5 * L);
    s20.intoArray(sums, at + 6 * L);
    s21.intoArray(sums, at + 7 * L);
    s22.intoArray(sums, at + 8 * L);
    s30.intoArray(sums, at + 9 * L);
    s31.intoArray(sums, at + 10 * L);
    s32.intoArray(sums, at + 11 * L);
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(Lanes.SPECIES, x, at);
  }
}
