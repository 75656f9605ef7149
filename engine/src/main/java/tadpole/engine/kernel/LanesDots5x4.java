package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Sums of products of five taps and four output channels in 32 registers. */
final class LanesDots5x4 implements LanesDots {
    private static final int L = Lanes.COUNT;

    @Override
    public void add(int rows, int columns, Panel x, int[] taps, int first, Panel y, float[] sums, int at) {
        float[] xd = x.data;
        float[] yd = y.data;
        int step = y.columnStep;
        int tap0 = taps[first];
        int tap1 = taps[Math.min(first + 1, taps.length - 1)];
        int tap2 = taps[Math.min(first + 2, taps.length - 1)];
        int tap3 = taps[Math.min(first + 3, taps.length - 1)];
        int tap4 = taps[Math.min(first + 4, taps.length - 1)];
        FloatVector s00 = load(sums, at);
        FloatVector s01 = load(sums, at + L);
        FloatVector s02 = load(sums, at + 2 * L);
        FloatVector s03 = load(sums, at + 3 * L);
        FloatVector s04 = load(sums, at + 4 * L);
        FloatVector s10 = load(sums, at + 5 * L);
        FloatVector s11 = load(sums, at + 6 * L);
        FloatVector s12 = load(sums, at + 7 * L);
        FloatVector s13 = load(sums, at + 8 * L);
        FloatVector s14 = load(sums, at + 9 * L);
        FloatVector s20 = load(sums, at + 10 * L);
        FloatVector s21 = load(sums, at + 11 * L);
        FloatVector s22 = load(sums, at + 12 * L);
        FloatVector s23 = load(sums, at + 13 * L);
        FloatVector s24 = load(sums, at + 14 * L);
        FloatVector s30 = load(sums, at + 15 * L);
        FloatVector s31 = load(sums, at + 16 * L);
        FloatVector s32 = load(sums, at + 17 * L);
        FloatVector s33 = load(sums, at + 18 * L);
        FloatVector s34 = load(sums, at + 19 * L);
        for (int row = 0; row < rows; row++) {
            int xi = x.at + row * x.rowStep;
            int yi = y.at + row * y.rowStep;
            for (int i = 0; i < columns * L; i += L) {
                int from = yi + i;
                int atX = xi + i;
                FloatVector y0 = load(yd, from);
                FloatVector y1 = load(yd, from + step);
                FloatVector y2 = load(yd, from + 2 * step);
                FloatVector y3 = load(yd, from + 3 * step);
                FloatVector x0 = load(xd, atX + tap0);
                s00 = x0.fma(y0, s00);
                s10 = x0.fma(y1, s10);
                s20 = x0.fma(y2, s20);
                s30 = x0.fma(y3, s30);
                FloatVector x1 = load(xd, atX + tap1);
                s01 = x1.fma(y0, s01);
                s11 = x1.fma(y1, s11);
                s21 = x1.fma(y2, s21);
                s31 = x1.fma(y3, s31);
                FloatVector x2 = load(xd, atX + tap2);
                s02 = x2.fma(y0, s02);
                s12 = x2.fma(y1, s12);
                s22 = x2.fma(y2, s22);
                s32 = x2.fma(y3, s32);
                FloatVector x3 = load(xd, atX + tap3);
                s03 = x3.fma(y0, s03);
                s13 = x3.fma(y1, s13);
                s23 = x3.fma(y2, s23);
                s33 = x3.fma(y3, s33);
                FloatVector x4 = load(xd, atX + tap4);
                s04 = x4.fma(y0, s04);
                s14 = x4.fma(y1, s14);
                s24 = x4.fma(y2, s24);
                s34 = x4.fma(y3, s34);
            }
        }
        s00.intoArray(sums, at);
        s01.intoArray(sums, at + L);
        s02.intoArray(sums, at + 2 * L);
        s03.intoArray(sums, at + 3 * L);
        s04.intoArray(sums, at + 4 * L);
        s10.intoArray(sums, at + 5 * L);
        s11.intoArray(sums, at + 6 * L);
        s12.intoArray(sums, at + 7 * L);
        s13.intoArray(sums, at + 8 * L);
        s14.intoArray(sums, at + 9 * L);
        s20.intoArray(sums, at + 10 * L);
        s21.intoArray(sums, at + 11 * L);
        s22.intoArray(sums, at + 12 * L);
        s23.intoArray(sums, at + 13 * L);
        s24.intoArray(sums, at + 14 * L);
        s30.intoArray(sums, at + 15 * L);
        s31.intoArray(sums, at + 16 * L);
        s32.intoArray(sums, at + 17 * L);
        s33.intoArray(sums, at + 18 * L);
        s34.intoArray(sums, at + 19 * L);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
