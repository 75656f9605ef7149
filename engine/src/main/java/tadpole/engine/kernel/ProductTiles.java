package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Goes through the tiles of a block of a product. */
final class ProductTiles {
    private static final int WIDTH = ProductBlock.WIDTH;
    private static final float[] ZEROS = new float[WIDTH];

    private final Tile[] tiles = Tile.byWidth();
    private final ThreadLocal<State> states = ThreadLocal.withInitial(State::new);

    private static final class State {
        final Panel a = new Panel();
        final Panel b = new Panel();
        final Panel start = new Panel();
        final Panel c = new Panel();
        final float[] edge = new float[Tile.ROWS * WIDTH];
    }

    /** Multiplies the panels {@code from} to {@code to} of A with the panels {@code first} to {@code end} of B. */
    void run(ProductBlock block, int from, int to, int first, int end, float[] ap, float[] bp) {
        State state = states.get();
        for (int panelB = first; panelB < end; panelB++) {
            run(block, state, from, to, panelB, ap, bp);
        }
    }

    private void run(ProductBlock block, State state, int from, int to, int panelB, float[] ap, float[] bp) {
        Panels panels = block.panelsB();
        Tile tile = tiles[panels.vectors(panelB) - 1];
        int columns = panels.width(panelB);
        boolean wholeColumns = columns == panels.vectors(panelB) * Lanes.COUNT;
        block.setB(state.b, panelB, bp);
        for (int panelA = from; panelA < to; panelA++) {
            block.setA(state.a, panelA, ap);
            int rows = Math.min(Tile.ROWS, block.rows() - panelA * Tile.ROWS);
            int row = block.row() + panelA * Tile.ROWS;
            int column = block.column() + panels.firstColumn(panelB);
            if (rows == Tile.ROWS && wholeColumns) {
                whole(block, tile, state, row, column, columns);
            } else {
                state.start.set(ZEROS, 0, 0, 1);
                state.c.set(state.edge, 0, WIDTH, 1);
                tile.multiply(block.depths(), state.a, state.b, state.start, state.c);
                part(block, state.edge, block.rowsBefore(panelA) * WIDTH + block.columnsBefore(panelB), row, rows, column, columns);
            }
        }
    }

    private static void whole(ProductBlock block, Tile tile, State state, int row, int column, int columns) {
        Matrix c = block.c();
        ProductStart start = block.start();
        state.c.set(c.data(), c.index(row, column), c.stride(), 1);
        if (!block.first() || start.add()) {
            state.start.set(c.data(), c.index(row, column), c.stride(), 1);
        } else if (start.biased()) {
            state.start.set(start.bias(), column, 0, 1);
        } else {
            state.start.set(ZEROS, 0, 0, 1);
        }
        tile.multiply(block.depths(), state.a, state.b, state.start, state.c);
        if (start.relu() && block.last()) {
            for (int i = 0; i < Tile.ROWS; i++) {
                int at = c.index(row + i, column);
                Lanes.addAndBound(c.data(), at, 0, true, c.data(), at, columns);
            }
        }
    }

    /** Takes over the part of a tile that belongs to C. */
    private static void part(ProductBlock block, float[] edge, int at, int row, int rows, int column, int columns) {
        Matrix c = block.c();
        ProductStart start = block.start();
        boolean add = !block.first() || start.add();
        boolean relu = start.relu() && block.last();
        for (int i = 0; i < rows; i++) {
            int out = c.index(row + i, column);
            if (add) {
                takeOver(c.data(), out, edge, at + i * WIDTH, c.data(), out, columns, relu);
            } else if (start.biased()) {
                takeOver(start.bias(), column, edge, at + i * WIDTH, c.data(), out, columns, relu);
            } else {
                takeOver(ZEROS, 0, edge, at + i * WIDTH, c.data(), out, columns, relu);
            }
        }
    }

    private static void takeOver(float[] before, int place, float[] edge, int at, float[] to, int out, int columns, boolean relu) {
        float bound = relu ? 0 : Float.NEGATIVE_INFINITY;
        int j = 0;
        for (; j <= columns - Lanes.COUNT; j += Lanes.COUNT) {
            FloatVector sum = FloatVector.fromArray(Lanes.SPECIES, before, place + j).add(FloatVector.fromArray(Lanes.SPECIES, edge, at + j));
            sum.blend(bound, sum.compare(VectorOperators.LT, bound)).intoArray(to, out + j);
        }
        for (; j < columns; j++) {
            float sum = before[place + j] + edge[at + j];
            to[out + j] = sum < bound ? bound : sum;
        }
    }
}
