package tadpole.engine.kernel;

/**
 * The part of a recurrent layer that goes from time to time: all steps of the sequences of a batch, there and back. H is the hidden
 * size; gates of a sequence lie side by side, [gates, H]. What backward needs is kept here until the next forward; so an object serves
 * one batch at a time. Memory grows to the largest batch and stays.
 */
public interface Recurrence {
    /**
     * Sequences of one length that run side by side.
     *
     * @param lastOnly whether only the last time's state is given on
     */
    record Sequences(int time, int n, boolean lastOnly) {
        int steps() {
            return time * n;
        }

        /** The place in y where a sequence's state after step t goes, counted in rows; negative where it is not given on. */
        int output(int t, int sequence) {
            if (lastOnly) {
                return t == time - 1 ? sequence : -1;
            }
            return sequence * time + t;
        }

        /** How many rows of y lie between one sequence and the next. */
        int outputStep() {
            return lastOnly ? 1 : time;
        }
    }

    /**
     * The inputs' part of the sums, a row for each step.
     *
     * @param sums [any, gates H], no transposed view
     * @param rows [time n], time first: the row of {@code sums} that is meant; several may be the same
     */
    record Inputs(Matrix sums, int[] rows) {}

    /**
     * The way from a state to the next.
     *
     * @param w       [gates H, H]
     * @param bias    [gates H], added to the hiddens' part
     * @param version the same number as last time only where w holds what it held then, so that what was made of it is kept;
     *                negative where nobody knows
     */
    record Weights(Matrix w, float[] bias, long version) {
        Weights(Matrix w, float[] bias) {
            this(w, bias, -1);
        }
    }

    /**
     * The states that sequences begin with. A forward reads them and leaves those after the last time in their place.
     *
     * @param h [n, H]
     * @param c [n, H]; of no cell but the LSTM's
     */
    record States(float[] h, float[] c) {
        /** All start at zero, and nobody asks how they end. */
        static final States NONE = new States(new float[0], new float[0]);

        boolean carried() {
            return this != NONE;
        }
    }

    /** All states from a start at zero to y [n, time, H], or [n, H] of the last time only. */
    default void forward(Sequences sequences, Inputs inputs, Weights weights, float[] y) {
        forward(sequences, inputs, weights, States.NONE, y);
    }

    /** The same from given states on, which become those after the last time. */
    void forward(Sequences sequences, Inputs inputs, Weights weights, States states, float[] y);

    /** Whether the cell has a state c beside h. */
    boolean keepsC();

    /** The gradients of all sums of the last forward, from dy, that of y; they go no further back than where it began. */
    void backward(Matrix w, float[] dy);

    /** The state before each step, [time n, H], time first. */
    Matrix statesBefore();

    /** The gradient of the inputs' part of the sums, [time n, gates H], time first. */
    Matrix inputGradients();

    /** The gradient of the hiddens' part of the sums, [time n, gates H], time first. */
    Matrix hiddenGradients();
}
