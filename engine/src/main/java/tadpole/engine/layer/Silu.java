package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Lets numbers pass by as much as their sigmoid says: y = x s with s = 1 / (1 + exp(-x)); dx = dy (s + x s (1 - s)). Also called swish. */
public final class Silu implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("silu", "SiLU",
            "Lets every number pass by as much as its sigmoid says: y = x / (1 + exp(-x)). Also called swish.",
            List.of(), (_, _, _, _) -> new Silu());

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        pass.kernels().silu(x.data(), y.data(), x.size());
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor x = pass.recall("x");
        Tensor dx = pass.inputGradient(x.shape());
        pass.kernels().siluBackward(x.data(), dy.data(), dx.data(), x.size());
        return dx;
    }
}
