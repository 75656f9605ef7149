package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Rows of a table that are looked up and added to by number. */
final class VectorRowTable {
    /** Numbers of one task. */
    private static final int PART = 16384;

    private final Workers workers;

    VectorRowTable(Workers workers) {
        this.workers = workers;
    }

    void gather(Matrix table, int[] words, Matrix y) {
        workers.ranges(y.rows(), Math.max(1, PART / Math.max(1, y.columns())), (from, to) -> {
            for (int i = from; i < to; i++) {
                System.arraycopy(table.data(), table.index(words[i], 0), y.data(), y.index(i, 0), y.columns());
            }
        });
    }

    /** Each task has some columns of all rows to itself: the order of every sum is that of the rows, however many tasks there are. */
    void scatter(Matrix dy, int[] words, Matrix table) {
        workers.ranges(dy.columns(), columnsOfTask(dy), (from, to) -> {
            for (int i = 0; i < dy.rows(); i++) {
                add(dy.data(), dy.index(i, from), table.data(), table.index(words[i], from), to - from);
            }
        });
    }

    private int columnsOfTask(Matrix dy) {
        int tasks = Math.min(2 * workers.threads(), Math.max(1, dy.rows() * dy.columns() / PART));
        int columns = workers.threads() == 1 ? dy.columns() : Math.ceilDiv(dy.columns(), tasks);
        return Math.max(1, Math.ceilDiv(columns, Lanes.COUNT)) * Lanes.COUNT;
    }

    private static void add(float[] x, int at, float[] sums, int to, int n) {
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, sums, to + i);
            sum.add(FloatVector.fromArray(Lanes.SPECIES, x, at + i)).intoArray(sums, to + i);
        }
        for (; i < n; i++) {
            sums[to + i] += x[at + i];
        }
    }
}
