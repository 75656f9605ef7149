package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Four rows of two vectors at a time: for the columns that {@link Tile4x3} leaves. */
final class Tile4x2 implements Tile {
    private static final int L = Lanes.COUNT;

    @Override
    public void multiply(int depth, Panel a, Panel b, Panel start, Panel c) {
        for (int row = 0; row < ROWS; row += 4) {
            multiply(depth, a, b, start, c, row);
        }
    }

    private static void multiply(int depth, Panel a, Panel b, Panel start, Panel c, int row) {
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
        FloatVector c10 = load(sd, si + ss);
        FloatVector c11 = load(sd, si + ss + L);
        FloatVector c20 = load(sd, si + 2 * ss);
        FloatVector c21 = load(sd, si + 2 * ss + L);
        FloatVector c30 = load(sd, si + 3 * ss);
        FloatVector c31 = load(sd, si + 3 * ss + L);
        int row1 = a.rowStep;
        int row2 = 2 * a.rowStep;
        int row3 = 3 * a.rowStep;
        for (int k = 0; k < depth; k++) {
            int at = ai + k * as;
            int bt = bi + k * bs;
            FloatVector b0 = load(bd, bt);
            FloatVector b1 = load(bd, bt + L);
            FloatVector a0 = FloatVector.broadcast(Lanes.SPECIES, ad[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(Lanes.SPECIES, ad[at + row3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        float[] cd = c.data;
        int ci = c.at + row * c.rowStep;
        int cs = c.rowStep;
        c00.intoArray(cd, ci);
        c01.intoArray(cd, ci + L);
        c10.intoArray(cd, ci + cs);
        c11.intoArray(cd, ci + cs + L);
        c20.intoArray(cd, ci + 2 * cs);
        c21.intoArray(cd, ci + 2 * cs + L);
        c30.intoArray(cd, ci + 3 * cs);
        c31.intoArray(cd, ci + 3 * cs + L);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
