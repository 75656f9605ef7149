package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Squeezes into -1..1: y = tanh(x); dx = dy (1 - y²). */
public final class Tanh implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("tanh", "Tanh",
            "Squeezes every number into -1..1: y = tanh(x).",
            List.of(), (_, _, _, _) -> new Tanh());

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        pass.kernels().tanh(x.data(), y.data(), x.size());
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
        pass.kernels().tanhBackward(y.data(), dy.data(), dx.data(), y.size());
        return dx;
    }
}
