package tadpole.engine.layer;

import java.util.List;
import java.util.stream.Stream;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * One hop of the network. A layer holds its parameters and nothing of a batch: what backward needs lives in the
 * {@link Pass}, so a layer is never stale and two passes can run at once.
 */
public interface Layer {

    /**
     * Shape of one sample's output.
     *
     * @throws tadpole.engine.tensor.ShapeException in one sentence where the input does not fit
     */
    Shape outputShape(Shape input);

    /** How many samples a training batch must have: 1, or 2 where it measures what one sample has not, such as a variance. */
    default int leastBatch() {
        return 1;
    }

    /** What training moves, in the order files list it. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** What belongs to its saved state besides the parameters though no gradient moves it, such as running means. */
    default List<NamedTensor> buffers() {
        return List.of();
    }

    /** All that training leaves behind: what weights files hold and what the best epoch is kept by. */
    default List<NamedTensor> state() {
        Stream<NamedTensor> values = parameters().stream().map(each -> new NamedTensor(each.name(), each.value()));
        return Stream.concat(values, buffers().stream()).toList();
    }

    /** The output of a batch, [n, output shape], in a buffer of the pass. */
    Tensor forward(Tensor x, Pass pass);

    /**
     * Adds to the parameters' gradients, unless {@link Pass#wantsParameterGradients} is false, and gives the gradient of the last
     * forward's input, in a buffer of the pass; {@link Tensor#NONE} where {@link Pass#wantsInputGradient} is false.
     *
     * @param dy gradient of the loss by the output, of the output's shape; not changed
     */
    Tensor backward(Tensor dy, Pass pass);
}
