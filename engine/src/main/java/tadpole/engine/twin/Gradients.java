package tadpole.engine.twin;

import java.util.List;

/**
 * What comes back from a layer or a network.
 *
 * @param input      gradient of the loss by the input
 * @param parameters gradients by the parameters, in their order; of this batch alone, added to nothing
 */
public record Gradients(DoubleTensor input, List<DoubleTensor> parameters) {

    public Gradients {
        parameters = List.copyOf(parameters);
    }

    /** Of a layer without parameters. */
    static Gradients of(DoubleTensor input) {
        return new Gradients(input, List.of());
    }
}
