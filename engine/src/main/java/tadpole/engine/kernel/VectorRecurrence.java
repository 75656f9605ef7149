package tadpole.engine.kernel;

import java.util.Arrays;

/**
 * The hidden weights are packed once a pass. Then each task takes some sequences through all times, as they know nothing of each
 * other; where there are fewer than threads, it takes some hidden units of all sequences through one time. Who computes a number does
 * not matter to it: its sum runs over the depth in one chain.
 */
final class VectorRecurrence implements Recurrence {
    private static final int L = Lanes.COUNT;
    /** Depth of a panel of weights that is gone through with all tiles of rows before the next: it stays in the first cache. */
    private static final int DEPTH = 256;
    /** Multiply-adds of a step from which a second thread is worth the meeting after it. */
    private static final int WORTH_MEETING = 1 << 20;

    private final int hidden;
    private final int gateCount;
    private final VectorCell cell;
    private final Workers workers;
    private final Panels panels;
    private final int units;
    private final RecurrentMemory memory;
    /** [panel, gate, hidden, width], for forward. */
    private final float[] ahead;
    /** The version of the weights in it. */
    private long packed = -1;
    /** [panel, gates hidden, width], for backward. */
    private final float[] back;
    /** [gate, units]. */
    private final float[] bias;
    private final Tile[] tiles = Tile.byWidth();
    private final Tile[] rowTiles = RowTile.byWidth();
    private final ThreadLocal<Hands> hands = ThreadLocal.withInitial(Hands::new);

    /** What one thread works with. */
    private static final class Hands {
        final RecurrentStrip strip = new RecurrentStrip();
        final Panel a = new Panel();
        final Panel b = new Panel();
        final Panel start = new Panel();
        final Panel c = new Panel();
        final TransposeBlock block = new TransposeBlock();
        final Scratch h = new Scratch();
        final Scratch sums = new Scratch();
        final Scratch hiddenSums = new Scratch();
    }

    VectorRecurrence(int hidden, VectorCell cell, Workers workers) {
        this.hidden = hidden;
        this.gateCount = cell.gates();
        this.cell = cell;
        this.workers = workers;
        panels = new Panels(hidden);
        units = Math.ceilDiv(hidden, L) * L;
        memory = new RecurrentMemory(gateCount, hidden);
        ahead = new float[Scratch.START + gateCount * units * hidden];
        back = new float[Scratch.START + gateCount * hidden * units];
        bias = new float[gateCount * units];
    }

    @Override
    public void forward(Sequences sequences, Inputs inputs, Weights weights, States states, float[] y) {
        memory.begin(sequences);
        if (states.carried()) {
            begin(states);
        }
        if (weights.version() < 0 || weights.version() != packed) {
            workers.run(panels.count() * gateCount, n -> packAhead(weights.w(), n / gateCount, n % gateCount));
            packed = weights.version();
        }
        for (int gate = 0; gate < gateCount; gate++) {
            System.arraycopy(weights.bias(), gate * hidden, bias, gate * units, hidden);
        }
        if (bySequences()) {
            workers.ranges(sequences.n(), sequencesOfTask(), (from, to) -> {
                for (int t = 0; t < sequences.time(); t++) {
                    for (int panel = 0; panel < panels.count(); panel++) {
                        step(t, panel, from, to, inputs, y);
                    }
                }
            });
        } else {
            for (int t = 0; t < sequences.time(); t++) {
                int now = t;
                workers.run(panels.count(), panel -> step(now, panel, 0, sequences.n(), inputs, y));
            }
        }
        if (states.carried()) {
            end(states);
        }
    }

    private void begin(States states) {
        System.arraycopy(states.h(), 0, memory.h, memory.hidden(0, 0), memory.sequences.n() * hidden);
        float[] carried = cell.keepsC() ? states.c() : states.h();
        for (int panel = 0; panel < panels.count(); panel++) {
            int first = panels.firstColumn(panel);
            int width = panels.vectors(panel) * L;
            Packing.copy(carried, first, hidden, memory.sequences.n(), panels.width(panel), memory.states, memory.state(0, first, width, 0), width);
        }
    }

    private void end(States states) {
        int time = memory.sequences.time();
        System.arraycopy(memory.h, memory.hidden(time, 0), states.h(), 0, memory.sequences.n() * hidden);
        for (int panel = 0; panel < panels.count() && cell.keepsC(); panel++) {
            int first = panels.firstColumn(panel);
            int width = panels.vectors(panel) * L;
            Packing.copy(memory.states, memory.state(time, first, width, 0), width, memory.sequences.n(), panels.width(panel), states.c(), first, hidden);
        }
    }

    @Override
    public boolean keepsC() {
        return cell.keepsC();
    }

    private void packAhead(Matrix w, int panel, int gate) {
        int first = panels.firstColumn(panel);
        int width = panels.vectors(panel) * L;
        Packing.transpose(w.data(), w.index(gate * hidden + first, 0), w.stride(), panels.width(panel), hidden, ahead,
                placeAhead(first, width, gate), width, width, hands.get().block);
    }

    private int placeAhead(int first, int width, int gate) {
        return Scratch.START + (first * gateCount + gate * width) * hidden;
    }

    private boolean bySequences() {
        int n = memory.sequences.n();
        return workers.threads() == 1 || memory.rows() / Tile.ROWS >= workers.threads()
                || (long) n * units * hidden * gateCount < WORTH_MEETING;
    }

    private int sequencesOfTask() {
        return Math.max(1, Math.ceilDiv(memory.rows() / Tile.ROWS, workers.threads())) * Tile.ROWS;
    }

    /** One panel of hidden units of some sequences at one time. */
    private void step(int t, int panel, int from, int to, Inputs inputs, float[] y) {
        Hands own = hands.get();
        int first = panels.firstColumn(panel);
        int width = panels.vectors(panel) * L;
        RecurrentStrip strip = strip(own, t, first, width, from, to);
        for (int gate = 0; gate < gateCount; gate++) {
            own.a.set(memory.h, memory.hidden(t, from), hidden, 1);
            own.b.set(ahead, placeAhead(first, width, gate), width, 1);
            own.start.set(bias, gate * units + first, 0, 1);
            own.c.set(memory.gates, strip.gate + gate * strip.gateStep, width, 1);
            multiply(own, tile(panel, to - from), hidden, to - from);
        }
        int columns = panels.width(panel);
        Matrix sums = inputs.sums();
        for (int row = from; row < to; row++) {
            int at = sums.index(inputs.rows()[t * memory.sequences.n() + row], first);
            Packing.copy(sums.data(), at, hidden, gateCount, columns, strip.sums, strip.sum + (row - from) * width, strip.count);
        }
        cell.forward(strip);
        Packing.copy(strip.h, strip.hAt, width, to - from, columns, memory.h, memory.hidden(t + 1, from) + first, hidden);
        int output = memory.sequences.output(t, from);
        if (output >= 0) {
            Packing.copy(strip.h, strip.hAt, width, to - from, columns, y, output * hidden + first, memory.sequences.outputStep() * hidden);
        }
    }

    private RecurrentStrip strip(Hands own, int t, int first, int width, int from, int to) {
        RecurrentStrip strip = own.strip;
        int most = memory.rows() * Panels.WIDE;
        strip.count = (to - from) * width;
        strip.gates = memory.gates;
        strip.gate = memory.gate(t, first, width, from);
        strip.gateStep = memory.rows() * width;
        strip.states = memory.states;
        strip.before = memory.state(t, first, width, from);
        strip.after = memory.state(t + 1, first, width, from);
        strip.extras = memory.extras;
        strip.extra = memory.state(t, first, width, from);
        strip.carry = memory.carry;
        strip.carryAt = memory.state(0, first, width, from);
        strip.h = own.h.floats(most);
        strip.hAt = Scratch.START;
        strip.sums = own.sums.floats(gateCount * most);
        strip.sum = Scratch.START;
        strip.hiddenSums = cell.partsDiffer() ? own.hiddenSums.floats(gateCount * most) : strip.sums;
        strip.hiddenSum = Scratch.START;
        return strip;
    }

    private Tile tile(int panel, int rows) {
        return (rows == 1 ? rowTiles : tiles)[panels.vectors(panel) - 1];
    }

    /** c = start + a b, tile by tile of rows; those beyond the last are computed along. */
    private static void multiply(Hands own, Tile tile, int depth, int rows) {
        int a = own.a.at;
        int b = own.b.at;
        int start = own.start.at;
        int startStep = own.start.rowStep;
        float[] startData = own.start.data;
        int c = own.c.at;
        for (int k = 0; k < depth; k += DEPTH) {
            own.b.at = b + k * own.b.rowStep;
            for (int row = 0; row < rows; row += Tile.ROWS) {
                own.a.at = a + row * own.a.rowStep + k;
                own.c.at = c + row * own.c.rowStep;
                if (k == 0) {
                    own.start.set(startData, start + row * startStep, startStep, 1);
                } else {
                    own.start.set(own.c.data, own.c.at, own.c.rowStep, 1);
                }
                tile.multiply(Math.min(DEPTH, depth - k), own.a, own.b, own.start, own.c);
            }
        }
    }

    @Override
    public void backward(Matrix w, float[] dy) {
        memory.beginBackward(cell.partsDiffer());
        Sequences sequences = memory.sequences;
        workers.run(panels.count(), panel -> packBack(w, panel));
        if (bySequences()) {
            workers.ranges(sequences.n(), sequencesOfTask(), (from, to) -> {
                for (int t = sequences.time() - 1; t >= 0; t--) {
                    for (int panel = 0; panel < panels.count(); panel++) {
                        stepBack(t, panel, from, to, dy);
                    }
                }
            });
            return;
        }
        for (int t = sequences.time() - 1; t >= 0; t--) {
            int now = t;
            workers.run(panels.count(), panel -> stepBack(now, panel, 0, sequences.n(), dy));
        }
    }

    private void packBack(Matrix w, int panel) {
        int first = panels.firstColumn(panel);
        int width = panels.vectors(panel) * L;
        Packing.copy(w.data(), w.index(0, first), w.stride(), gateCount * hidden, panels.width(panel), back, placeBack(first), width);
    }

    private int placeBack(int first) {
        return Scratch.START + first * gateCount * hidden;
    }

    private void stepBack(int t, int panel, int from, int to, float[] dy) {
        Hands own = hands.get();
        int first = panels.firstColumn(panel);
        int width = panels.vectors(panel) * L;
        int columns = panels.width(panel);
        RecurrentStrip strip = strip(own, t, first, width, from, to);
        int output = memory.sequences.output(t, from);
        if (output >= 0) {
            Packing.copy(dy, output * hidden + first, memory.sequences.outputStep() * hidden, to - from, columns, strip.h, strip.hAt, width);
        } else {
            Arrays.fill(strip.h, strip.hAt, strip.hAt + strip.count, 0);
        }
        if (t < memory.sequences.time() - 1) {
            own.a.set(memory.hiddenGradients, memory.gradient(t + 1, from), gateCount * hidden, 1);
            own.b.set(back, placeBack(first), width, 1);
            own.start.set(strip.h, strip.hAt, width, 1);
            own.c.set(strip.h, strip.hAt, width, 1);
            multiply(own, tile(panel, to - from), gateCount * hidden, to - from);
        }
        cell.backward(strip);
        keep(strip.sums, strip.sum, strip.count, width, columns, memory.inputGradients, memory.gradient(t, from) + first);
        if (cell.partsDiffer()) {
            keep(strip.hiddenSums, strip.hiddenSum, strip.count, width, columns, memory.hiddenGradients, memory.gradient(t, from) + first);
        }
    }

    private void keep(float[] runs, int at, int count, int width, int columns, float[] gradients, int out) {
        for (int gate = 0; gate < gateCount; gate++) {
            Packing.copy(runs, at + gate * count, width, count / width, columns, gradients, out + gate * hidden, gateCount * hidden);
        }
    }

    @Override
    public Matrix statesBefore() {
        return memory.before();
    }

    @Override
    public Matrix inputGradients() {
        return memory.gradients(memory.inputGradients);
    }

    @Override
    public Matrix hiddenGradients() {
        return memory.gradients(memory.hiddenGradients);
    }
}
