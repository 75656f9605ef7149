package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of products of three rows and eight taps of an image. */
final class TapDots8 implements TapDots {
    private static final int L = Lanes.COUNT;

    @Override
    public void sum(int images, int count, Panel x, int[] taps, int first, Panel y, float[] sums) {
        float[] xd = x.data;
        float[] yd = y.data;
        int row = y.columnStep;
        int tap0 = taps[Math.min(first, taps.length - 1)];
        int tap1 = taps[Math.min(first + 1, taps.length - 1)];
        int tap2 = taps[Math.min(first + 2, taps.length - 1)];
        int tap3 = taps[Math.min(first + 3, taps.length - 1)];
        int tap4 = taps[Math.min(first + 4, taps.length - 1)];
        int tap5 = taps[Math.min(first + 5, taps.length - 1)];
        int tap6 = taps[Math.min(first + 6, taps.length - 1)];
        int tap7 = taps[Math.min(first + 7, taps.length - 1)];
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
        FloatVector s40 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s41 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s42 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s50 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s51 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s52 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s60 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s61 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s62 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s70 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s71 = FloatVector.zero(Lanes.SPECIES);
        FloatVector s72 = FloatVector.zero(Lanes.SPECIES);
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
                FloatVector v4 = load(xd, atX + tap4);
                s40 = v4.fma(y0, s40);
                s41 = v4.fma(y1, s41);
                s42 = v4.fma(y2, s42);
                FloatVector v5 = load(xd, atX + tap5);
                s50 = v5.fma(y0, s50);
                s51 = v5.fma(y1, s51);
                s52 = v5.fma(y2, s52);
                FloatVector v6 = load(xd, atX + tap6);
                s60 = v6.fma(y0, s60);
                s61 = v6.fma(y1, s61);
                s62 = v6.fma(y2, s62);
                FloatVector v7 = load(xd, atX + tap7);
                s70 = v7.fma(y0, s70);
                s71 = v7.fma(y1, s71);
                s72 = v7.fma(y2, s72);
            }
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
