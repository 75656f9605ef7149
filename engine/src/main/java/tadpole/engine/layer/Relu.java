package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Cuts what is below zero: y = max(0, x); dx = dy where y > 0, else 0 (0 at the kink, as PyTorch). */
public final class Relu implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("relu", "ReLU",
            "Cuts what is below zero: y = max(0, x).",
            List.of(), (_, _, _, _) -> new Relu());

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        pass.kernels().relu(x.data(), y.data(), x.size());
        pass.remember("y", y);
        return y;
    }

    /** Forward for a y that the layer before has cut already. */
    Tensor forwardCut(Tensor y, Pass pass) {
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
        pass.kernels().reluBackward(y.data(), dy.data(), dx.data(), y.size());
        return dx;
    }
}
