package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;

/**
 * What a twin's output depends on besides its input.
 *
 * @param parameters the values, in the order of the layer's own parameters
 * @param training   whether dropout drops
 * @param seed       of this step and this layer, where all its randomness comes from
 */
public record Conditions(List<DoubleTensor> parameters, boolean training, Seed seed) {

    public Conditions {
        parameters = List.copyOf(parameters);
    }

    /** Evaluation with the values that parameters have now. */
    public static Conditions evaluation(List<Parameter> parameters) {
        return new Conditions(valuesOf(parameters), false, new Seed(0));
    }

    /** A step of training with the values that parameters have now. */
    public static Conditions training(List<Parameter> parameters, Seed step) {
        return new Conditions(valuesOf(parameters), true, step);
    }

    /** The conditions of a part that holds count parameters from a place on. */
    Conditions part(String name, int from, int count) {
        return new Conditions(parameters.subList(from, from + count), training, seed.derive(name));
    }

    private static List<DoubleTensor> valuesOf(List<Parameter> parameters) {
        return parameters.stream().map(parameter -> DoubleTensor.of(parameter.value())).toList();
    }
}
