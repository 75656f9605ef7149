package tadpole.engine.kernel;

import java.util.Arrays;

/** What a recurrence keeps from forward for backward. It grows to the largest batch and stays. */
final class RecurrentMemory {
    private final int gateCount;
    private final int hidden;
    /** Hidden units, filled up to whole vectors. */
    private final int units;

    /** Activated gates, [time, panel, gate, rows, width of the panel]. */
    float[] gates = {};
    /** What a cell carries on, [time + 1, panel, rows, width]: c of an LSTM, h of a GRU. */
    float[] states = {};
    /** What a cell computed besides, [time, panel, rows, width]. */
    float[] extras = {};
    /** Gradients that go back past the product, [panel, rows, width]. */
    float[] carry = {};
    /** Hidden states, [time + 1, n, hidden]. */
    float[] h = {};
    float[] inputGradients = {};
    float[] hiddenGradients = {};
    Recurrence.Sequences sequences = new Recurrence.Sequences(0, 0, false);

    RecurrentMemory(int gateCount, int hidden) {
        this.gateCount = gateCount;
        this.hidden = hidden;
        this.units = Math.ceilDiv(hidden, Lanes.COUNT) * Lanes.COUNT;
    }

    void begin(Recurrence.Sequences now) {
        sequences = now;
        gates = grown(gates, now.time() * gateCount * step());
        states = grown(states, (now.time() + 1) * step());
        extras = grown(extras, now.time() * step());
        h = grown(h, (now.steps() + now.n() + Tile.ROWS) * hidden);
        Arrays.fill(states, Scratch.START, Scratch.START + step(), 0);
        Arrays.fill(h, Scratch.START, Scratch.START + now.n() * hidden, 0);
    }

    void beginBackward(boolean apart) {
        int size = (sequences.steps() + Tile.ROWS) * gateCount * hidden;
        inputGradients = grown(inputGradients, size);
        hiddenGradients = apart ? grown(hiddenGradients, size) : inputGradients;
        carry = grown(carry, step());
        Arrays.fill(carry, Scratch.START, Scratch.START + step(), 0);
    }

    private static float[] grown(float[] room, int size) {
        return room.length < Scratch.START + size ? new float[Scratch.START + size] : room;
    }

    /** Rows of a step, filled up to whole tiles. */
    int rows() {
        return Math.ceilDiv(sequences.n(), Tile.ROWS) * Tile.ROWS;
    }

    /** Numbers of one gate at one time. */
    private int step() {
        return rows() * units;
    }

    /** Where the first of a step's gates of a panel begins, at a row. */
    int gate(int t, int firstUnit, int width, int row) {
        return Scratch.START + (t * step() + firstUnit * rows()) * gateCount + row * width;
    }

    /** Where a panel's part of a step of {@link #states} and {@link #extras} begins, at a row. */
    int state(int t, int firstUnit, int width, int row) {
        return Scratch.START + t * step() + firstUnit * rows() + row * width;
    }

    int hidden(int t, int row) {
        return Scratch.START + (t * sequences.n() + row) * hidden;
    }

    int gradient(int t, int row) {
        return Scratch.START + (t * sequences.n() + row) * gateCount * hidden;
    }

    Matrix before() {
        return Matrix.of(h, Scratch.START, sequences.steps(), hidden);
    }

    Matrix gradients(float[] of) {
        return Matrix.of(of, Scratch.START, sequences.steps(), gateCount * hidden);
    }
}
