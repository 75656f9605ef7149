package tadpole.engine.optimizer;

import java.util.List;
import java.util.OptionalDouble;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/** A step by gradients that came from elsewhere: there is no batch to ask. */
record GivenGradients(List<Parameter> parameters, double rate, Device device) implements Step {

    @Override
    public OptionalDouble momentum() {
        return OptionalDouble.empty();
    }

    @Override
    public double loss() {
        throw new UnsupportedOperationException("These gradients were given: their loss is not known.");
    }

    @Override
    public double evaluate() {
        throw new UnsupportedOperationException("These gradients were given: there is no batch to evaluate again.");
    }
}
