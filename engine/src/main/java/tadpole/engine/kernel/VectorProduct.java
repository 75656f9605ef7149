package tadpole.engine.kernel;

/**
 * Matrix product by packed panels (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008). What is
 * small or used only a few times is read where it stands instead. Sums run over the depth in blocks of {@link #DEPTH}, whoever
 * computes them.
 */
final class VectorProduct {
    private static final int DEPTH = 384;
    private static final int ROWS = 1536;
    private static final int COLUMNS = 3072;
    /** Panels of A that one task goes through with one panel of B. */
    private static final int GROUP = 12;
    /** A is packed when it is used with more panels of B than this. */
    private static final int FEW = 4;
    /** B is packed when it is larger than this and used with more than {@link #FEW} panels of A. */
    private static final int SMALL = 128 * 1024;

    private final Workers workers;
    private final ProductTiles tiles = new ProductTiles();
    private final ThreadLocal<TransposeBlock> transposes = ThreadLocal.withInitial(TransposeBlock::new);
    private final Scratch packedA = new Scratch();
    private final Scratch packedB = new Scratch();

    VectorProduct(Workers workers) {
        this.workers = workers;
    }

    /** c = start + a b; c has no transposed view. */
    void run(Matrix a, Matrix b, Matrix c, ProductStart start) {
        if (a.columns() == 0) {
            start.alone(c);
            return;
        }
        boolean packA = a.rows() < Tile.ROWS || c.columns() > FEW * ProductBlock.WIDTH;
        boolean packB = b.transposed() || ProductBlock.narrowerThanATile(c.columns())
                || b.rows() * b.columns() > SMALL && c.rows() > FEW * Tile.ROWS;
        int depths = Math.ceilDiv(a.columns(), Math.ceilDiv(a.columns(), DEPTH));
        for (int column = 0; column < c.columns(); column += COLUMNS) {
            for (int row = 0; row < c.rows(); row += ROWS) {
                for (int depth = 0; depth < a.columns(); depth += depths) {
                    run(new ProductBlock(a, b, c, start, row, Math.min(ROWS, c.rows() - row), column, Math.min(COLUMNS, c.columns() - column), depth,
                            Math.min(depths, a.columns() - depth), packA, packB));
                }
            }
        }
    }

    private void run(ProductBlock block) {
        float[] ap = packedA.floats(block.packA() ? block.sizeA() : 0);
        float[] bp = packedB.floats(block.packB() ? block.sizeB() : 0);
        int groups = Math.ceilDiv(block.panelsA(), GROUP);
        int panels = block.panelsB().count();
        int tasksA = block.packA() ? block.groupsA() : 0;
        int tasksB = block.packB() ? panels : 0;
        workers.run(tasksA + tasksB, n -> {
            if (n < tasksB) {
                block.packB(n, bp, transposes.get());
            } else {
                block.packA(n - tasksB, ap, transposes.get());
            }
        });
        workers.run(panels * groups, n -> {
            int group = n / panels;
            tiles.run(block, group * GROUP, Math.min(block.panelsA(), (group + 1) * GROUP), n % panels, ap, bp);
        });
    }
}
