package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Eight rows of one vector: for the last columns, and for products with few of them. */
final class Tile8x1 implements Tile {
    @Override
    public void multiply(int depth, Panel a, Panel b, Panel start, Panel c) {
        float[] ad = a.data;
        float[] bd = b.data;
        float[] sd = start.data;
        int si = start.at;
        int ss = start.rowStep;
        int ai = a.at;
        int as = a.columnStep;
        int bi = b.at;
        int bs = b.rowStep;
        FloatVector c0 = load(sd, si);
        FloatVector c1 = load(sd, si + ss);
        FloatVector c2 = load(sd, si + 2 * ss);
        FloatVector c3 = load(sd, si + 3 * ss);
        FloatVector c4 = load(sd, si + 4 * ss);
        FloatVector c5 = load(sd, si + 5 * ss);
        FloatVector c6 = load(sd, si + 6 * ss);
        FloatVector c7 = load(sd, si + 7 * ss);
        int row1 = a.rowStep;
        int row2 = 2 * a.rowStep;
        int row3 = 3 * a.rowStep;
        int row4 = 4 * a.rowStep;
        int row5 = 5 * a.rowStep;
        int row6 = 6 * a.rowStep;
        int row7 = 7 * a.rowStep;
        for (int k = 0; k < depth; k++) {
            int at = ai + k * as;
            FloatVector row = load(bd, bi + k * bs);
            c0 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at]), c0);
            c1 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row1]), c1);
            c2 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row2]), c2);
            c3 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row3]), c3);
            c4 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row4]), c4);
            c5 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row5]), c5);
            c6 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row6]), c6);
            c7 = row.fma(FloatVector.broadcast(Lanes.SPECIES, ad[at + row7]), c7);
        }
        float[] cd = c.data;
        int ci = c.at;
        int cs = c.rowStep;
        c0.intoArray(cd, ci);
        c1.intoArray(cd, ci + cs);
        c2.intoArray(cd, ci + 2 * cs);
        c3.intoArray(cd, ci + 3 * cs);
        c4.intoArray(cd, ci + 4 * cs);
        c5.intoArray(cd, ci + 5 * cs);
        c6.intoArray(cd, ci + 6 * cs);
        c7.intoArray(cd, ci + 7 * cs);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
