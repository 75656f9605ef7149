package tadpole.engine.twin;

import tadpole.engine.loss.Target;

/** A loss once more, in double and in plain loops that read like the formula. */
public interface TwinLoss {

    /** The mean loss of the batch. Shape of outputs: [n, outputs]. */
    double forward(DoubleTensor outputs, Target target);

    /** Gradient of that mean by the outputs. */
    DoubleTensor backward(DoubleTensor outputs, Target target);
}
