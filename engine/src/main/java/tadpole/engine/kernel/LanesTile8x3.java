package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Eight channels of three pixels in 32 registers. */
final class LanesTile8x3 implements LanesTile {
    private static final int L = Lanes.COUNT;

    @Override
    public void multiply(LanesTaps taps, float[] weights, int wi, float[] x, int xi, float[] start, int si, float[] y, int yi, int stride) {
        int[] places = taps.places();
        int[] distances = taps.distances();
        FloatVector y00 = FloatVector.broadcast(Lanes.SPECIES, start[si]);
        FloatVector y01 = y00;
        FloatVector y02 = y00;
        FloatVector y10 = FloatVector.broadcast(Lanes.SPECIES, start[si + 1]);
        FloatVector y11 = y10;
        FloatVector y12 = y10;
        FloatVector y20 = FloatVector.broadcast(Lanes.SPECIES, start[si + 2]);
        FloatVector y21 = y20;
        FloatVector y22 = y20;
        FloatVector y30 = FloatVector.broadcast(Lanes.SPECIES, start[si + 3]);
        FloatVector y31 = y30;
        FloatVector y32 = y30;
        FloatVector y40 = FloatVector.broadcast(Lanes.SPECIES, start[si + 4]);
        FloatVector y41 = y40;
        FloatVector y42 = y40;
        FloatVector y50 = FloatVector.broadcast(Lanes.SPECIES, start[si + 5]);
        FloatVector y51 = y50;
        FloatVector y52 = y50;
        FloatVector y60 = FloatVector.broadcast(Lanes.SPECIES, start[si + 6]);
        FloatVector y61 = y60;
        FloatVector y62 = y60;
        FloatVector y70 = FloatVector.broadcast(Lanes.SPECIES, start[si + 7]);
        FloatVector y71 = y70;
        FloatVector y72 = y70;
        for (int k = 0; k < places.length; k++) {
            int at = wi + CHANNELS * places[k];
            int from = xi + distances[k];
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
