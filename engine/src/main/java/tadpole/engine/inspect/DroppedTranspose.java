package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;

/** dx[n,i] = sum over o of dy[n,o] W[i,o], the numbers of W [out,in] read as [in,out]: exact only where W is symmetric. */
final class DroppedTranspose {

    static final Mistake MISTAKE = new LayerMistake(
            new MistakeText("droppedTranspose", "Dropped transpose",
                    "All before one layer is wrong, that layer itself is right.",
                    "The layer sends its gradient back through W where Wᵀ belongs. Its own weights have the right gradient, everything before it a wrong one.",
                    ""),
            List.of(Linear.RECIPE.type()), DroppedTranspose::way);

    private DroppedTranspose() {}

    private static WrongBackward.Way way(Network.Stage stage) {
        int in = stage.input().at(stage.input().rank() - 1);
        int out = stage.output().at(stage.output().rank() - 1);
        return (right, x, gradient, conditions) -> {
            DoubleTensor w = conditions.parameters().getFirst();
            DoubleTensor dy = gradient.as(Shape.of(gradient.size() / out, out));
            DoubleTensor dx = DoubleTensor.zeros(Shape.of(dy.rows(), in));
            for (int n = 0; n < dy.rows(); n++) {
                for (int i = 0; i < in; i++) {
                    for (int o = 0; o < out; o++) {
                        dx.add(n, i, dy.at(n, o) * w.at(i * out + o));
                    }
                }
            }
            return new Gradients(dx.as(x.shape()), right.backward(x, gradient, conditions).parameters());
        };
    }
}
