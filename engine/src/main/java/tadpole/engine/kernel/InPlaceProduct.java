package tadpole.engine.kernel;

/**
 * Products of matrices that lie as the tiles want them: the rows of A a multiple of {@link Tile#ROWS}, the columns of B a multiple
 * of the lanes. For one thread.
 */
final class InPlaceProduct {
    private static final float[] ZEROS = new float[Panels.WIDE];

    private final Tile[] tiles = Tile.byWidth();
    private final Panel tileA = new Panel();
    private final Panel tileB = new Panel();
    private final Panel tileC = new Panel();
    private final Panel start = new Panel();

    InPlaceProduct() {
        start.set(ZEROS, 0, 0, 1);
    }

    /** c = a b. B lies panel after panel, each [depth][columns of the panel], when its row step is 0; else row after row. */
    void multiply(int rows, int depth, Panel a, Panel b, Panels panels, Panel c) {
        run(rows, depth, a, b, panels, c, false);
    }

    /** c += a b. */
    void add(int rows, int depth, Panel a, Panel b, Panels panels, Panel c) {
        run(rows, depth, a, b, panels, c, true);
    }

    private void run(int rows, int depth, Panel a, Panel b, Panels panels, Panel c, boolean add) {
        for (int n = 0; n < panels.count(); n++) {
            int first = panels.firstColumn(n);
            int width = panels.vectors(n) * Lanes.COUNT;
            boolean packed = b.rowStep == 0;
            tileB.set(b.data, b.at + (packed ? first * depth : first), packed ? width : b.rowStep, 1);
            Tile tile = tiles[panels.vectors(n) - 1];
            for (int row = 0; row < rows; row += Tile.ROWS) {
                tileA.set(a.data, a.at + row * a.rowStep, a.rowStep, a.columnStep);
                tileC.set(c.data, c.at + row * c.rowStep + first, c.rowStep, 1);
                tile.multiply(depth, tileA, tileB, add ? tileC : start, tileC);
            }
        }
    }
}
