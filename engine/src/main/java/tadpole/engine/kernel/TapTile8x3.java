package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Eight rows of three vectors in 32 registers. */
final class TapTile8x3 implements TapTile {
    private static final int L = Lanes.COUNT;

    @Override
    public void multiply(int[] taps, float[] weights, int wi, float[] x, int xi, float[] y, int yi, int stride) {
        FloatVector y00 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y01 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y02 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y10 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y11 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y12 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y20 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y21 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y22 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y30 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y31 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y32 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y40 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y41 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y42 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y50 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y51 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y52 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y60 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y61 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y62 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y70 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y71 = FloatVector.zero(Lanes.SPECIES);
        FloatVector y72 = FloatVector.zero(Lanes.SPECIES);
        for (int k = 0; k < taps.length; k++) {
            int at = wi + ROWS * k;
            int from = xi + taps[k];
            FloatVector x0 = load(x, from);
            FloatVector x1 = load(x, from + L);
            FloatVector x2 = load(x, from + 2 * L);
            FloatVector w0 = FloatVector.broadcast(Lanes.SPECIES, weights[at]);
            y00 = w0.fma(x0, y00);
            y01 = w0.fma(x1, y01);
            y02 = w0.fma(x2, y02);
            FloatVector w1 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 1]);
            y10 = w1.fma(x0, y10);
            y11 = w1.fma(x1, y11);
            y12 = w1.fma(x2, y12);
            FloatVector w2 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 2]);
            y20 = w2.fma(x0, y20);
            y21 = w2.fma(x1, y21);
            y22 = w2.fma(x2, y22);
            FloatVector w3 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 3]);
            y30 = w3.fma(x0, y30);
            y31 = w3.fma(x1, y31);
            y32 = w3.fma(x2, y32);
            FloatVector w4 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 4]);
            y40 = w4.fma(x0, y40);
            y41 = w4.fma(x1, y41);
            y42 = w4.fma(x2, y42);
            FloatVector w5 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 5]);
            y50 = w5.fma(x0, y50);
            y51 = w5.fma(x1, y51);
            y52 = w5.fma(x2, y52);
            FloatVector w6 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 6]);
            y60 = w6.fma(x0, y60);
            y61 = w6.fma(x1, y61);
            y62 = w6.fma(x2, y62);
            FloatVector w7 = FloatVector.broadcast(Lanes.SPECIES, weights[at + 7]);
            y70 = w7.fma(x0, y70);
            y71 = w7.fma(x1, y71);
            y72 = w7.fma(x2, y72);
        }
        y00.intoArray(y, yi);
        y01.intoArray(y, yi + L);
        y02.intoArray(y, yi + 2 * L);
        y10.intoArray(y, yi + stride);
        y11.intoArray(y, yi + stride + L);
        y12.intoArray(y, yi + stride + 2 * L);
        y20.intoArray(y, yi + 2 * stride);
        y21.intoArray(y, yi + 2 * stride + L);
        y22.intoArray(y, yi + 2 * stride + 2 * L);
        y30.intoArray(y, yi + 3 * stride);
        y31.intoArray(y, yi + 3 * stride + L);
        y32.intoArray(y, yi + 3 * stride + 2 * L);
        y40.intoArray(y, yi + 4 * stride);
        y41.intoArray(y, yi + 4 * stride + L);
        y42.intoArray(y, yi + 4 * stride + 2 * L);
        y50.intoArray(y, yi + 5 * stride);
        y51.intoArray(y, yi + 5 * stride + L);
        y52.intoArray(y, yi + 5 * stride + 2 * L);
        y60.intoArray(y, yi + 6 * stride);
        y61.intoArray(y, yi + 6 * stride + L);
        y62.intoArray(y, yi + 6 * stride + 2 * L);
        y70.intoArray(y, yi + 7 * stride);
        y71.intoArray(y, yi + 7 * stride + L);
        y72.intoArray(y, yi + 7 * stride + 2 * L);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
