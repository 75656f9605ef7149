package tadpole.engine.layer;

import tadpole.engine.tensor.Tensor;

/** A layer that can cut its output at zero on the way, where a {@link Relu} follows: one way through the memory less. */
interface FusesRelu {

    /** As forward and then max(0, y), to the last bit; backward is then given the gradient before the cut. */
    Tensor forwardRelu(Tensor x, Pass pass);
}
