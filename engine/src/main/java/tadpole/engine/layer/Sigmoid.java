package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Squeezes into 0..1: y = 1 / (1 + exp(-x)); dx = dy y (1 - y). */
public final class Sigmoid implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("sigmoid", "Sigmoid",
            "Squeezes every number into 0..1: y = 1 / (1 + exp(-x)).",
            List.of(), (_, _, _, _) -> new Sigmoid());

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        pass.kernels().sigmoid(x.data(), y.data(), x.size());
        pass.remember("y", y);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor y = pass.recall("y");
        Tensor dx = pass.inputGradient(y.shape());
        pass.kernels().sigmoidBackward(y.data(), dy.data(), dx.data(), y.size());
        return dx;
    }
}
