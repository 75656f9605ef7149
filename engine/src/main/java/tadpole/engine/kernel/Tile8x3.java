package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Eight rows of three vectors at a time: 24 sums, three vectors of B and one of A in 32 registers. */
final class Tile8x3 implements Tile {
    private static final int L = Lanes.COUNT;

    @Override
    public void multiply(int depth, Panel a, Panel b, Panel start, Panel c) {
        if (a.rowStep == 1) {
            multiplyPacked(depth, a, b, start, c);
        } else {
            multiplyInPlace(depth, a, b, start, c);
        }
    }

    private static void multiplyPacked(int depth, Panel a, Panel b, Panel start, Panel c) {
        float[] ad = a.data;
        float[] bd = b.data;
        float[] sd = start.data;
        int si = start.at;
        int ss = start.rowStep;
        int ai = a.at;
        int as = a.columnStep;
        int bi = b.at;
        int bs = b.rowStep;
        FloatVector c00 = load(sd, si);
        FloatVector c01 = load(sd, si + L);
        FloatVector c02 = load(sd, si + 2 * L);
        FloatVector c10 = load(sd, si + ss);
        FloatVector c11 = load(sd, si + ss + L);
        FloatVector c12 = load(sd, si + ss + 2 * L);
        FloatVector c20 = load(sd, si + 2 * ss);
        FloatVector c21 = load(sd, si + 2 * ss + L);
        FloatVector c22 = load(sd, si + 2 * ss + 2 * L);
        FloatVector c30 = load(sd, si + 3 * ss);
        FloatVector c31 = load(sd, si + 3 * ss + L);
        FloatVector c32 = load(sd, si + 3 * ss + 2 * L);
        FloatVector c40 = load(sd, si + 4 * ss);
        FloatVector c41 = load(sd, si + 4 * ss + L);
        FloatVector c42 = load(sd, si + 4 * ss + 2 * L);
        FloatVector c50 = load(sd, si + 5 * ss);
        FloatVector c51 = load(sd, si + 5 * ss + L);
        FloatVector c52 = load(sd, si + 5 * ss + 2 * L);
        FloatVector c60 = load(sd, si + 6 * ss);
        FloatVector c61 = load(sd, si + 6 * ss + L);
        FloatVector c62 = load(sd, si + 6 * ss + 2 * L);
        FloatVector c70 = load(sd, si + 7 * ss);
        FloatVector c71 = load(sd, si + 7 * ss + L);
        FloatVector c72 = load(sd, si + 7 * ss + 2 * L);
        for (int k = 0; k < depth; k++) {
            int at = ai + k * as;
            int bt = bi + k * bs;
            FloatVector b0 = load(bd, bt);
            FloatVector b1 = load(bd, bt + L);
            FloatVector b2 = load(bd, bt + 2 * L);
            FloatVector a0 = FloatVector.broadcast(Lanes.SPECIES, ad[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            FloatVector a4 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            FloatVector a5 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            FloatVector a6 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            FloatVector a7 = FloatVector.broadcast(Lanes.SPECIES, ad[at + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            c72 = a7.fma(b2, c72);
        }
        float[] cd = c.data;
        int ci = c.at;
        int cs = c.rowStep;
        c00.intoArray(cd, ci);
        c01.intoArray(cd, ci + L);
        c02.intoArray(cd, ci + 2 * L);
        c10.intoArray(cd, ci + cs);
        c11.intoArray(cd, ci + cs + L);
        c12.intoArray(cd, ci + cs + 2 * L);
        c20.intoArray(cd, ci + 2 * cs);
        c21.intoArray(cd, ci + 2 * cs + L);
        c22.intoArray(cd, ci + 2 * cs + 2 * L);
        c30.intoArray(cd, ci + 3 * cs);
        c31.intoArray(cd, ci + 3 * cs + L);
        c32.intoArray(cd, ci + 3 * cs + 2 * L);
        c40.intoArray(cd, ci + 4 * cs);
        c41.intoArray(cd, ci + 4 * cs + L);
        c42.intoArray(cd, ci + 4 * cs + 2 * L);
        c50.intoArray(cd, ci + 5 * cs);
        c51.intoArray(cd, ci + 5 * cs + L);
        c52.intoArray(cd, ci + 5 * cs + 2 * L);
        c60.intoArray(cd, ci + 6 * cs);
        c61.intoArray(cd, ci + 6 * cs + L);
        c62.intoArray(cd, ci + 6 * cs + 2 * L);
        c70.intoArray(cd, ci + 7 * cs);
        c71.intoArray(cd, ci + 7 * cs + L);
        c72.intoArray(cd, ci + 7 * cs + 2 * L);
    }

    private static void multiplyInPlace(int depth, Panel a, Panel b, Panel start, Panel c) {
        float[] ad = a.data;
        float[] bd = b.data;
        float[] sd = start.data;
        int si = start.at;
        int ss = start.rowStep;
        int ai = a.at;
        int as = a.columnStep;
        int bi = b.at;
        int bs = b.rowStep;
        FloatVector c00 = load(sd, si);
        FloatVector c01 = load(sd, si + L);
        FloatVector c02 = load(sd, si + 2 * L);
        FloatVector c10 = load(sd, si + ss);
        FloatVector c11 = load(sd, si + ss + L);
        FloatVector c12 = load(sd, si + ss + 2 * L);
        FloatVector c20 = load(sd, si + 2 * ss);
        FloatVector c21 = load(sd, si + 2 * ss + L);
        FloatVector c22 = load(sd, si + 2 * ss + 2 * L);
        FloatVector c30 = load(sd, si + 3 * ss);
        FloatVector c31 = load(sd, si + 3 * ss + L);
        FloatVector c32 = load(sd, si + 3 * ss + 2 * L);
        FloatVector c40 = load(sd, si + 4 * ss);
        FloatVector c41 = load(sd, si + 4 * ss + L);
        FloatVector c42 = load(sd, si + 4 * ss + 2 * L);
        FloatVector c50 = load(sd, si + 5 * ss);
        FloatVector c51 = load(sd, si + 5 * ss + L);
        FloatVector c52 = load(sd, si + 5 * ss + 2 * L);
        FloatVector c60 = load(sd, si + 6 * ss);
        FloatVector c61 = load(sd, si + 6 * ss + L);
        FloatVector c62 = load(sd, si + 6 * ss + 2 * L);
        FloatVector c70 = load(sd, si + 7 * ss);
        FloatVector c71 = load(sd, si + 7 * ss + L);
        FloatVector c72 = load(sd, si + 7 * ss + 2 * L);
        int row1 = a.rowStep;
        int row2 = 2 * a.rowStep;
        int row3 = 3 * a.rowStep;
        int row4 = 4 * a.rowStep;
        int row5 = 5 * a.rowStep;
        int row6 = 6 * a.rowStep;
        int row7 = 7 * a.rowStep;
        for (int k = 0; k < depth; k++) {
            int at = ai + k * as;
            int bt = bi + k * bs;
            FloatVector b0 = load(bd, bt);
            FloatVector b1 = load(bd, bt + L);
            FloatVector b2 = load(bd, bt + 2 * L);
            FloatVector a0 = FloatVector.broadcast(Lanes.SPECIES, ad[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            FloatVector a4 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            FloatVector a5 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            FloatVector a6 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            FloatVector a7 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            c72 = a7.fma(b2, c72);
        }
        float[] cd = c.data;
        int ci = c.at;
        int cs = c.rowStep;
        c00.intoArray(cd, ci);
        c01.intoArray(cd, ci + L);
        c02.intoArray(cd, ci + 2 * L);
        c10.intoArray(cd, ci + cs);
        c11.intoArray(cd, ci + cs + L);
        c12.intoArray(cd, ci + cs + 2 * L);
        c20.intoArray(cd, ci + 2 * cs);
        c21.intoArray(cd, ci + 2 * cs + L);
        c22.intoArray(cd, ci + 2 * cs + 2 * L);
        c30.intoArray(cd, ci + 3 * cs);
        c31.intoArray(cd, ci + 3 * cs + L);
        c32.intoArray(cd, ci + 3 * cs + 2 * L);
        c40.intoArray(cd, ci + 4 * cs);
        c41.intoArray(cd, ci + 4 * cs + L);
        c42.intoArray(cd, ci + 4 * cs + 2 * L);
        c50.intoArray(cd, ci + 5 * cs);
        c51.intoArray(cd, ci + 5 * cs + L);
        c52.intoArray(cd, ci + 5 * cs + 2 * L);
        c60.intoArray(cd, ci + 6 * cs);
        c61.intoArray(cd, ci + 6 * cs + L);
        c62.intoArray(cd, ci + 6 * cs + 2 * L);
        c70.intoArray(cd, ci + 7 * cs);
        c71.intoArray(cd, ci + 7 * cs + L);
        c72.intoArray(cd, ci + 7 * cs + 2 * L);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
