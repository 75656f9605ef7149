package tadpole.engine.kernel;

/** What a cell computes after the products of one time, number by number; a row for each sequence. H is the hidden size. */
interface PlainCell {
    /** Before and after the step, [n, H] each; a GRU has no c. */
    record States(Matrix hBefore, Matrix cBefore, Matrix h, Matrix c) {}

    /** dh and dc [n, H] are those of the states after the step and become the part of those before that goes past the gates. */
    record Gradients(Matrix dh, Matrix dc, Matrix dgates, Matrix dhiddens) {}

    int gates();

    /** Whether c is a state of its own. */
    boolean keepsC();

    /** Gates [n, gates H] hold the inputs' part of the sums and are activated in place; {@code hiddens} holds the hiddens' part. */
    void forward(Matrix gates, Matrix hiddens, States states);

    /** Writes the gradients of both parts of the sums. */
    void backward(Matrix gates, Matrix hiddens, States states, Gradients gradients);

    static float get(Matrix x, int row, int column) {
        return x.data()[x.index(row, column)];
    }

    static void set(Matrix x, int row, int column, double value) {
        x.data()[x.index(row, column)] = (float) value;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
