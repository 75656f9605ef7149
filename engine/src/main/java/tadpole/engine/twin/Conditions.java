package tadpole.engine.twin;

import java.util.List;
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
 */
public record Conditions(List<DoubleTensor> parameters, List<DoubleTensor> buffers, boolean training, Seed seed) {

    public Conditions {
        parameters = List.copyOf(parameters);
        buffers = List.copyOf(buffers);
    }

    /** Evaluation with the values that a layer or network has now. */
    public static Conditions evaluation(Layer layer) {
        return new Conditions(parametersOf(layer), buffersOf(layer), false, new Seed(0));
    }

    /** A step of training with the values that a layer or network has now. */
    public static Conditions training(Layer layer, Seed step) {
        return new Conditions(parametersOf(layer), buffersOf(layer), true, step);
    }

    /** The conditions of a part. */
    Conditions part(String name, Span of) {
        return new Conditions(of.parameters(parameters), of.buffers(buffers), training, seed.derive(name));
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
