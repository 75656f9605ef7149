package tadpole.engine.twin;

import tadpole.engine.formula.Explained;

/** A loss's twin that tells the arithmetic of its numbers. The loss of a batch is the mean of its samples' losses. */
public interface ExplainingLoss extends TwinLoss {

    /** Whether it makes probabilities of the outputs by a softmax inside. */
    default boolean hasSoftmax() {
        return false;
    }

    Explained sampleLoss(LossScope scope, int sample);

    /** The gradient of the batch's loss by one output. */
    Explained outputGradient(LossScope scope, int sample, int j);
}
