package tadpole.engine.kernel;

import java.util.function.IntConsumer;

/**
 * Matrix product by packed panels (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008). What is
 * small or used only a few times is read where it stands instead. Sums run over the depth in blocks of {@link #DEPTH}, whoever
 * computes them.
 */
final class VectorProduct {
    private static final int DEPTH = 384;
    /** Up to this depth a small B is gone through in one block: fewer hand-overs, and C is read and written once. */
    private static final int WHOLE_DEPTH = 1024;
    private static final int ROWS = 1536;
    private static final int COLUMNS = 3072;
    /** Panels of A that one task goes through with one panel of B. */
    private static final int GROUP = 12;
    /** A is packed when it is used with more panels of B than this. */
    private static final int FEW = 4;
    /** B is packed when it is larger than this and used with more than {@link #FEW} panels of A. */
    private static final int SMALL = 128 * 1024;
    /** A transposed A lies as tiles want it; up to this size it stays in the first cache and is not packed. */
    private static final int FIRST_CACHE = 8 * 1024;
    /** Multiply-adds below which a second thread costs more than it brings: one to two microseconds of work. */
    private static final long ALONE = 128 * 1024;
    /** Multiply-adds of a task at least. */
    private static final long TASK = 64 * 1024;
    /** Tasks a thread should have, so that none waits long for the last. */
    private static final int TASKS = 4;

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
        boolean lies = a.transposed() && a.rows() * a.columns() <= FIRST_CACHE;
        boolean packA = a.rows() < Tile.ROWS || c.columns() > FEW * ProductBlock.WIDTH && !lies;
        boolean packB = b.transposed() || ProductBlock.narrowerThanATile(c.columns())
                || b.rows() * b.columns() > SMALL && c.rows() > FEW * Tile.ROWS;
        int depths = depths(b.rows(), b.columns());
        for (int column = 0; column < c.columns(); column += COLUMNS) {
            for (int row = 0; row < c.rows(); row += ROWS) {
                for (int depth = 0; depth < a.columns(); depth += depths) {
                    run(new ProductBlock(a, b, c, start, row, Math.min(ROWS, c.rows() - row), column, Math.min(COLUMNS, c.columns() - column), depth,
                            Math.min(depths, a.columns() - depth), packA, packB));
                }
            }
        }
    }

    /** How much of the depth of a B of this size is summed up at a time; the depth is at least 1. */
    static int depths(int rows, int columns) {
        int longest = rows * columns <= SMALL ? WHOLE_DEPTH : DEPTH;
        return Math.ceilDiv(rows, Math.ceilDiv(rows, longest));
    }

    private void run(ProductBlock block) {
        float[] ap = packedA.floats(block.packA() ? block.sizeA() : 0);
        float[] bp = packedB.floats(block.packB() ? block.sizeB() : 0);
        boolean alone = block.multiplyAdds() < ALONE;
        int tasksA = block.packA() ? block.groupsA() : 0;
        int slices = block.slicesB();
        int tasksB = block.packB() ? block.panelsB().count() * slices : 0;
        run(alone, tasksA + tasksB, n -> {
            if (n < tasksB) {
                block.packB(n / slices, n % slices, bp, transposes.get());
            } else {
                block.packA(n - tasksB, ap, transposes.get());
            }
        });
        multiply(block, alone, ap, bp);
    }

    /**
     * A task goes through some panels of A with one panel of B; where A is not packed, and so used with few panels of B, with all
     * of them, while its rows are in the first cache. Which tasks there are does not change the sums.
     */
    private void multiply(ProductBlock block, boolean alone, float[] ap, float[] bp) {
        int panels = block.panelsB().count();
        int together = block.packA() || panels > FEW ? 1 : panels;
        int parts = panels / together;
        int group = alone ? GROUP : group(block, parts);
        int groups = Math.ceilDiv(block.panelsA(), group);
        run(alone, parts * groups, n -> {
            int from = n / parts * group;
            int to = Math.min(block.panelsA(), from + group);
            int first = n % parts * together;
            tiles.run(block, from, to, first, first + together, ap, bp);
        });
    }

    private int group(ProductBlock block, int parts) {
        long tasks = Math.min(block.multiplyAdds() / TASK, (long) TASKS * workers.threads());
        int groups = (int) Math.max(1, Math.ceilDiv(tasks, parts));
        return Math.min(GROUP, Math.ceilDiv(block.panelsA(), groups));
    }

    private void run(boolean alone, int tasks, IntConsumer task) {
        if (alone) {
            for (int n = 0; n < tasks; n++) {
                task.accept(n);
            }
            return;
        }
        workers.run(tasks, task);
    }
}
