package tadpole.engine.twin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tadpole.engine.layer.Layer;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Seed;

/**
 * What a twin's output depends on besides its input.
 *
 * @param parameters the values, in the order of the layer's own parameters
 * @param buffers    the layer's buffers, in its order
 * @param training   whether dropout drops
 * @param seed       of this step and this layer, where all its randomness comes from
 * @param states     where recurrent layers begin, [n hidden] each, by part and name as a pass gives them, such as "lstm1.h"; zero else
 */
public record Conditions(List<DoubleTensor> parameters, List<DoubleTensor> buffers, boolean training, Seed seed,
        Map<String, double[]> states) {

    public Conditions {
        parameters = List.copyOf(parameters);
        buffers = List.copyOf(buffers);
        states = Map.copyOf(states);
    }

    /** Recurrent layers begin at zero. */
    public Conditions(List<DoubleTensor> parameters, List<DoubleTensor> buffers, boolean training, Seed seed) {
        this(parameters, buffers, training, seed, Map.of());
    }

    /** Evaluation with the values that a layer or network has now. */
    public static Conditions evaluation(Layer layer) {
        return new Conditions(parametersOf(layer), buffersOf(layer), false, new Seed(0));
    }

    /** A step of training with the values that a layer or network has now. */
    public static Conditions training(Layer layer, Seed step) {
        return new Conditions(parametersOf(layer), buffersOf(layer), true, step);
    }

    /** The same, but recurrent layers begin at what {@link tadpole.engine.layer.Pass#states()} gave; a copy. */
    public Conditions from(Map<String, float[]> start) {
        Map<String, double[]> wide = new HashMap<>();
        start.forEach((name, state) -> wide.put(name, IntStream.range(0, state.length).mapToDouble(i -> state[i]).toArray()));
        return new Conditions(parameters, buffers, training, seed, wide);
    }

    Conditions with(List<DoubleTensor> others) {
        return new Conditions(others, buffers, training, seed, states);
    }

    /** The conditions of a part. */
    Conditions part(String name, Span of) {
        return new Conditions(of.parameters(parameters), of.buffers(buffers), training, seed.derive(name), statesOf(name + "."));
    }

    private Map<String, double[]> statesOf(String prefix) {
        Map<String, double[]> own = new HashMap<>();
        states.forEach((name, state) -> {
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), state);
            }
        });
        return own;
    }

    private static List<DoubleTensor> parametersOf(Layer layer) {
        return layer.parameters().stream().map(parameter -> DoubleTensor.of(parameter.value())).toList();
    }

    private static List<DoubleTensor> buffersOf(Layer layer) {
        return layer.buffers().stream().map(NamedTensor::tensor).map(DoubleTensor::of).toList();
    }

    /** Which of a whole's parameters and buffers belong to a part. */
    record Span(int firstParameter, int parameters, int firstBuffer, int buffers) {

        static final Span START = new Span(0, 0, 0, 0);

        /** What follows this span and belongs to the layer. */
        Span next(Layer layer) {
            return new Span(firstParameter + parameters, layer.parameters().size(), firstBuffer + buffers, layer.buffers().size());
        }

        private List<DoubleTensor> parameters(List<DoubleTensor> whole) {
            return whole.subList(firstParameter, firstParameter + parameters);
        }

        private List<DoubleTensor> buffers(List<DoubleTensor> whole) {
            return whole.subList(firstBuffer, firstBuffer + buffers);
        }
    }
}
