package tadpole.engine.kernel;

/** What a cell computes between two products, for a strip of hidden units. */
interface VectorCell {
    int gates();

    /** Whether what is carried in {@link RecurrentStrip#states} is a c of its own; else it is h. */
    boolean keepsC();

    /** Whether the gradients of the inputs' and the hiddens' part of the sums differ. */
    boolean partsDiffer();

    /** From the inputs' part in {@code sums} and the hiddens' part in {@code gates} to activated gates, states, extras and h. */
    void forward(RecurrentStrip strip);

    /** From the gradient in {@code h} and {@code carry} to those of both sums; {@code carry} becomes that of the step before. */
    void backward(RecurrentStrip strip);
}
