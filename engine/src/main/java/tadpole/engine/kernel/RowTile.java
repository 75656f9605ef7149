package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** The first row of a tile alone, where there are no others: the same bits for an eighth of the work. */
final class RowTile implements Tile {
    private static final int L = Lanes.COUNT;

    private final int vectors;

    private RowTile(int vectors) {
        this.vectors = vectors;
    }

    /** One, two and three vectors wide. */
    static Tile[] byWidth() {
        return new Tile[] {new RowTile(1), new RowTile(2), new RowTile(3)};
    }

    @Override
    public void multiply(int depth, Panel a, Panel b, Panel start, Panel c) {
        switch (vectors) {
            case 1 -> one(depth, a, b, start, c);
            case 2 -> two(depth, a, b, start, c);
            default -> three(depth, a, b, start, c);
        }
    }

    private static void one(int depth, Panel a, Panel b, Panel start, Panel c) {
        float[] ad = a.data;
        float[] bd = b.data;
        int ai = a.at;
        int as = a.columnStep;
        int bi = b.at;
        int bs = b.rowStep;
        FloatVector c0 = load(start.data, start.at);
        for (int k = 0; k < depth; k++) {
            c0 = FloatVector.broadcast(Lanes.SPECIES, ad[ai + k * as]).fma(load(bd, bi + k * bs), c0);
        }
        c0.intoArray(c.data, c.at);
    }

    private static void two(int depth, Panel a, Panel b, Panel start, Panel c) {
        float[] ad = a.data;
        float[] bd = b.data;
        int ai = a.at;
        int as = a.columnStep;
        int bi = b.at;
        int bs = b.rowStep;
        FloatVector c0 = load(start.data, start.at);
        FloatVector c1 = load(start.data, start.at + L);
        for (int k = 0; k < depth; k++) {
            FloatVector a0 = FloatVector.broadcast(Lanes.SPECIES, ad[ai + k * as]);
            c0 = a0.fma(load(bd, bi + k * bs), c0);
            c1 = a0.fma(load(bd, bi + k * bs + L), c1);
        }
        c0.intoArray(c.data, c.at);
        c1.intoArray(c.data, c.at + L);
    }

    private static void three(int depth, Panel a, Panel b, Panel start, Panel c) {
        float[] ad = a.data;
        float[] bd = b.data;
        int ai = a.at;
        int as = a.columnStep;
        int bi = b.at;
        int bs = b.rowStep;
        FloatVector c0 = load(start.data, start.at);
        FloatVector c1 = load(start.data, start.at + L);
        FloatVector c2 = load(start.data, start.at + 2 * L);
        for (int k = 0; k < depth; k++) {
            FloatVector a0 = FloatVector.broadcast(Lanes.SPECIES, ad[ai + k * as]);
            c0 = a0.fma(load(bd, bi + k * bs), c0);
            c1 = a0.fma(load(bd, bi + k * bs + L), c1);
            c2 = a0.fma(load(bd, bi + k * bs + 2 * L), c2);
        }
        c0.intoArray(c.data, c.at);
        c1.intoArray(c.data, c.at + L);
        c2.intoArray(c.data, c.at + 2 * L);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
