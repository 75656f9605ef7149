package tadpole.engine.twin;

/**
 * A layer once more, in double and in plain loops that read like the formula. It holds no numbers and keeps nothing:
 * backward works from the input again.
 */
public interface TwinLayer {

    /** The output of a batch x, [n, input shape]. */
    DoubleTensor forward(DoubleTensor x, Conditions conditions);

    /**
     * The gradients at x.
     *
     * @param dy gradient of the loss by the output, of the output's shape
     */
    Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions);
}
