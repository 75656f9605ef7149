package tadpole.engine.optimizer;

import java.util.List;
import java.util.OptionalDouble;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/** What an optimizer has for one step: parameters with the gradients of a batch, and a way to ask the batch again. */
public interface Step {

    /** The same list at every step of a run. */
    List<Parameter> parameters();

    /** The learning rate of this step. */
    double rate();

    /** What a schedule says in the place of the optimizer's own momentum; empty where it says nothing. */
    OptionalDouble momentum();

    Device device();

    /** The loss that the gradients were made from, with all penalties that are in them. */
    double loss();

    /**
     * Clears the gradients and makes them anew, forward and backward on the same batch with the parameters as they are
     * now; dropout drops the same numbers. PyTorch's closure. As there, running statistics move with every evaluation.
     *
     * @return the loss with all penalties that are in the gradients
     */
    double evaluate();

    /** A step by given gradients, for what never asks for another evaluation. */
    static Step of(List<Parameter> parameters, double rate, Device device) {
        return new GivenGradients(parameters, rate, device);
    }
}
