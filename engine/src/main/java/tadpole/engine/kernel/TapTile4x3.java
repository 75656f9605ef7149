package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Four rows of three vectors at a time in 16 registers. */
final class TapTile4x3 implements TapTile {
    private static final int L = Lanes.COUNT;

    @Override
    public void multiply(int[] taps, float[] weights, int wi, float[] x, int xi, float[] y, int yi, int stride) {
        for (int row = 0; row < ROWS; row += 4) {
            multiplyFour(taps, weights, wi + row, x, xi, y, yi + row * stride, stride);
        }
    }

    private static void multiplyFour(int[] taps, float[] weights, int wi, float[] x, int xi, float[] y, int yi, int stride) {
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
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
