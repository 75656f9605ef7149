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

    /**
     * The output once more, to the same bits, after one number of the parameters moved: only outputs that depend on it need to be
     * computed anew.
     *
     * @param before the output that the same x had before; not changed
     */
    default DoubleTensor forward(DoubleTensor x, DoubleTensor before, Moved moved, Conditions conditions) {
        return forward(x, conditions);
    }

    /** Whether its slope jumps somewhere. */
    default boolean hasKinks() {
        return false;
    }

    /** On which side of its kinks each number of the batch is; see {@link Pattern}. */
    default long pattern(DoubleTensor x, Conditions conditions) {
        return Pattern.SMOOTH;
    }
}
