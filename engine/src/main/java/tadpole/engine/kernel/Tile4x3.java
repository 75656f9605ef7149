package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Four rows of three vectors at a time: 12 sums, three vectors of B and one of A in 16 registers. */
final class Tile4x3 implements Tile {
    private static final int L = Lanes.COUNT;

    @Override
    public void multiply(int depth, Panel a, Panel b, Panel start, Panel c) {
        for (int row = 0; row < ROWS; row += 4) {
            if (a.rowStep == 1) {
                multiplyPacked(depth, a, b, start, c, row);
            } else {
                multiplyInPlace(depth, a, b, start, c, row);
            }
        }
    }

    private static void multiplyPacked(int depth, Panel a, Panel b, Panel start, Panel c, int row) {
        float[] ad = a.data;
        float[] bd = b.data;
        float[] sd = start.data;
        int si = start.at + row * start.rowStep;
        int ss = start.rowStep;
        int ai = a.at + row * a.rowStep;
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
        }
        float[] cd = c.data;
        int ci = c.at + row * c.rowStep;
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
    }

    private static void multiplyInPlace(int depth, Panel a, Panel b, Panel start, Panel c, int row) {
        float[] ad = a.data;
        float[] bd = b.data;
        float[] sd = start.data;
        int si = start.at + row * start.rowStep;
        int ss = start.rowStep;
        int ai = a.at + row * a.rowStep;
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
        int row1 = a.rowStep;
        int row2 = 2 * a.rowStep;
        int row3 = 3 * a.rowStep;
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
        }
        float[] cd = c.data;
        int ci = c.at + row * c.rowStep;
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
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
