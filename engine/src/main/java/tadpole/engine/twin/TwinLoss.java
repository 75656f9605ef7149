package tadpole.engine.twin;

import tadpole.engine.loss.Target;

/** A loss once more, in double and in plain loops that read like the formula. */
public interface TwinLoss {

    /** The mean loss of the batch. Shape of outputs: [n, outputs]. */
    double forward(DoubleTensor outputs, Target target);

    /** Gradient of that mean by the outputs. */
    DoubleTensor backward(DoubleTensor outputs, Target target);

    /** Whether its slope jumps somewhere. */
    default boolean hasKinks() {
        return false;
    }

    /** On which side of its kinks each number is; see {@link Pattern}. */
    default long pattern(DoubleTensor outputs, Target target) {
        return Pattern.SMOOTH;
    }
}
