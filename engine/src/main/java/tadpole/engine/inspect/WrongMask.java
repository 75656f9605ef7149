package tadpole.engine.inspect;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import tadpole.engine.layer.LeakyRelu;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;

/** dx = dy wherever dy itself is positive, or everywhere, instead of where x is. */
final class WrongMask {

    static final Mistake OF_GRADIENT = mistake(new MistakeText("maskOfGradient", "ReLU masks by the gradient's sign",
            "One activation lets the wrong half of the gradient through.",
            "The mask asks whether the gradient is positive instead of the number that went in. Negative gradients vanish, so all before the activation is wrong.",
            ""), dy -> Math.max(0, dy));

    static final Mistake NONE = mistake(new MistakeText("noMask", "ReLU lets all gradients pass",
            "Gradients arrive at units that were cut off.",
            "The activation cuts numbers on the way forward but no gradients on the way back. Units that gave 0 get a gradient that they must not have.",
            ""), dy -> dy);

    private WrongMask() {}

    private static Mistake mistake(MistakeText text, DoubleUnaryOperator masked) {
        return new LayerMistake(text, List.of(Relu.RECIPE.type(), LeakyRelu.RECIPE.type()), (Network.Stage _) -> (_, x, dy, _) -> {
            DoubleTensor dx = DoubleTensor.zeros(x.shape());
            for (int i = 0; i < x.size(); i++) {
                dx.set(i, masked.applyAsDouble(dy.at(i)));
            }
            return new Gradients(dx, List.of());
        });
    }
}
