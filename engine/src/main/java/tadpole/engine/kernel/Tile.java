package tadpole.engine.kernel;

/** The innermost loop of a product: eight rows of C whose sums stay in the registers. */
interface Tile {
    /** Rows of C, whatever the width. */
    int ROWS = 8;

    /**
     * C = start + A B. A has {@link #ROWS} rows and {@code depth} columns; the columns of B, start and C are as many as the tile is
     * wide and lie side by side. Rows that lie side by side in A (rowStep 1) are read faster.
     */
    void multiply(int depth, Panel a, Panel b, Panel start, Panel c);

    /** The tiles that are one, two and three vectors wide; their sums fit the registers: 32 at 512 bits, 16 below. */
    static Tile[] byWidth() {
        return Lanes.COUNT == 16
                ? new Tile[] {new Tile8x1(), new Tile8x2(), new Tile8x3()}
                : new Tile[] {new Tile8x1(), new Tile4x2(), new Tile4x3()};
    }
}
