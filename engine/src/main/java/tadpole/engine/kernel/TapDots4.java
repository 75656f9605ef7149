package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of products of three rows and eight taps of an image, four taps at a time. */
final class TapDots4 implements TapDots {
    private static final int L = Lanes.COUNT;

    @Override
    public void sum(int images, int count, Panel x, int[] taps, int first, Panel y, float[] sums) {
        for (int tap = 0; tap < TAPS; tap += 4) {
            sumFour(images, count, x, taps, first + tap, y, sums, tap * ROWS * L);
        }
    }

    private static void sumFour(int images, int count, Panel x, int[] taps, int first, Panel y, float[] sums, int at) {
        float[] xd = x.data;
        float[] yd = y.data;
        int row = y.columnStep;
        int tap0 = taps[Math.min(first, taps.length - 1)];
        int tap1 = taps[Math.min(first + 1, taps.length - 1)];
        int tap2 = taps[Math.min(first + 2, taps.length - 1)];
        int tap3 = taps[Math.min(first + 3, taps.length - 1)];
        FloatVector s00 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s01 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s02 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s10 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s11 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s12 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s20 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s21 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s22 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s30 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s31 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s32 = FloatVector.zero(Lanes.SPECIES);
        for (int image = 0; image < images; image++) {
            int xi = x.at + image * x.rowStep;
            int yi = y.at + image * y.rowStep;
            for (int i = 0; i < count; i += L) {
                int from = yi + i;
                int atX = xi + i;
                FloatVector y0 = load(yd, from);
                FloatVector y1 = load(yd, from + row);
                FloatVector y2 = load(yd, from + 2 * row);
                FloatVector v0 = load(xd, atX + tap0);
                s00 = v0.fma(y0, s00);
                s01 = v0.fma(y1, s01);
                s02 = v0.fma(y2, s02);
                FloatVector v1 = load(xd, atX + tap1);
                s10 = v1.fma(y0, s10);
                s11 = v1.fma(y1, s11);
                s12 = v1.fma(y2, s12);
                FloatVector v2 = load(xd, atX + tap2);
                s20 = v2.fma(y0, s20);
                s21 = v2.fma(y1, s21);
                s22 = v2.fma(y2, s22);
                FloatVector v3 = load(xd, atX + tap3);
                s30 = v3.fma(y0, s30);
                s31 = v3.fma(y1, s31);
                s32 = v3.fma(y2, s32);
            }
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
