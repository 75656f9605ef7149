package tadpole.engine.kernel;

/** A part of a product that is packed and multiplied at a time: some rows of A, some columns of B, some of the depth. */
record ProductBlock(Matrix a, Matrix b, Matrix c, ProductStart start, int row, int rows, int column, int columns, int depth, int depths,
        boolean packA, boolean packB) {
    /** Columns of a wide panel of B. */
    static final int WIDTH = Panels.WIDE;

    private static final int L = Lanes.COUNT;
    /** Rows of A that are packed side by side: those of one panel, or of two where a vector holds more. */
    private static final int SIDE = Math.max(Tile.ROWS, L);
    private static final int SLICE = 256;

    /** Whether a tile over all these columns would reach beyond them on both sides. */
    static boolean narrowerThanATile(int columns) {
        return columns < WIDTH && columns % L != 0;
    }

    long multiplyAdds() {
        return (long) rows * columns * depths;
    }

    int panelsA() {
        return Math.ceilDiv(rows, Tile.ROWS);
    }

    Panels panelsB() {
        return new Panels(columns);
    }

    int sizeA() {
        return groupsA() * SIDE * depths;
    }

    int sizeB() {
        return panelsB().count() * WIDTH * depths;
    }

    /** Groups of panels that are packed side by side. */
    int groupsA() {
        return Math.ceilDiv(rows, SIDE);
    }

    void packA(int group, float[] ap, TransposeBlock transpose) {
        int at = a.index(row + group * SIDE, depth);
        int count = Math.min(SIDE, rows - group * SIDE);
        int out = Scratch.START + group * SIDE * depths;
        if (a.transposed()) {
            Packing.copy(a.data(), at, a.stride(), depths, count, ap, out, SIDE);
        } else {
            Packing.transpose(a.data(), at, a.stride(), count, depths, ap, out, SIDE, SIDE, transpose);
        }
    }

    /** Slices of the depth that are packed by tasks of their own. */
    int slicesB() {
        return Math.ceilDiv(depths, SLICE);
    }

    void packB(int panel, int slice, float[] bp, TransposeBlock transpose) {
        Panels panels = panelsB();
        int from = slice * SLICE;
        int count = Math.min(SLICE, depths - from);
        int at = b.index(depth + from, column + panels.firstColumn(panel));
        int width = panels.width(panel);
        int out = placeB(panel) + from * WIDTH;
        if (b.transposed()) {
            Packing.transpose(b.data(), at, b.stride(), width, count, bp, out, WIDTH, panels.vectors(panel) * L, transpose);
        } else {
            Packing.copy(b.data(), at, b.stride(), count, width, bp, out, WIDTH);
        }
    }

    private int placeA(int panel) {
        int row = panel * Tile.ROWS;
        return Scratch.START + row / SIDE * SIDE * depths + row % SIDE;
    }

    private int placeB(int panel) {
        return Scratch.START + panel * WIDTH * depths;
    }

    /** Rows of a whole tile that come before those of the panel: unpacked, the last tile reaches back instead of beyond the end. */
    int rowsBefore(int panelA) {
        return packA ? 0 : Math.max(0, panelA * Tile.ROWS + Tile.ROWS - rows);
    }

    int columnsBefore(int panelB) {
        Panels panels = panelsB();
        return packB ? 0 : Math.max(0, panels.firstColumn(panelB) + panels.vectors(panelB) * L - columns);
    }

    void setA(Panel panel, int panelA, float[] ap) {
        if (packA) {
            panel.set(ap, placeA(panelA), 1, SIDE);
        } else {
            panel.set(a.data(), a.index(row + panelA * Tile.ROWS - rowsBefore(panelA), depth), a.rowStep(), a.columnStep());
        }
    }

    void setB(Panel panel, int panelB, float[] bp) {
        if (packB) {
            panel.set(bp, placeB(panelB), WIDTH, 1);
        } else {
            panel.set(b.data(), b.index(depth, column + panelsB().firstColumn(panelB) - columnsBefore(panelB)), b.stride(), 1);
        }
    }

    /** Whether this is the first block of the depth, whose sums have not begun yet. */
    boolean first() {
        return depth == 0;
    }

    boolean last() {
        return depth + depths == a.columns();
    }
}
