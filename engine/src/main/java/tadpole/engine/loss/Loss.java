package tadpole.engine.loss;

import java.util.Optional;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** One number that says how far a batch's outputs are from what they should be: the mean over its samples. */
public interface Loss {

    /**
     * Checks that outputs of that shape can be judged.
     *
     * @param output  shape of one sample's output
     * @param classes how many classes the data has
     * @throws ShapeException in one sentence where they cannot
     */
    void accept(Shape output, int classes);

    /**
     * Checks that outputs of that shape can be compared with targets that are numbers.
     *
     * @param label its name for people
     * @throws ShapeException in one sentence where they cannot
     */
    default void acceptValues(String label, Shape output, Shape target) {
        throw new ShapeException("%s takes classes, but here the targets are numbers. Take mean squared error or sum of squares.".formatted(label));
    }

    /** Type of the layer that the network must end with, such as "softmax"; empty where any will do. */
    default Optional<String> lastLayer() {
        return Optional.empty();
    }

    /** The unit of its number, such as "nats"; empty where it has none. */
    default String unit() {
        return "";
    }

    /** The mean loss of the batch. Shape of outputs: [n, outputs]. */
    double forward(Tensor outputs, Target target, Pass pass);

    /** Gradient of the last forward's mean by the outputs, in a buffer of the pass. */
    Tensor backward(Tensor outputs, Target target, Pass pass);
}
