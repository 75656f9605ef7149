package tadpole.engine.layer;

import tadpole.engine.tensor.Tensor;

/** A layer that after {@link #forwardRelu} cuts the gradient on its way back too. */
interface FusesReluBothWays extends FusesRelu {

    /** As the backward of the {@link Relu} that was fused, and then that of the layer. */
    Tensor backwardRelu(Tensor dy, Pass pass);
}
