package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Scores become probabilities: y = exp(x - max x) / sum exp(x - max x); dx = y (dy - sum(dy y)). */
public final class Softmax implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("softmax", "Softmax",
            "Turns scores into probabilities that sum to 1: y = exp(x) / sum exp(x), with the maximum taken out first.",
            List.of(), (_, _, _, _) -> new Softmax());

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new ShapeException("takes a row of scores, but is given " + input + ". Put a flatten layer before it.");
        }
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        pass.kernels().softmax(rows(x), rows(y));
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
        pass.kernels().softmaxBackward(rows(y), rows(dy), rows(dx));
        return dx;
    }

    private static Matrix rows(Tensor tensor) {
        return Matrix.of(tensor.data(), tensor.shape().at(0), tensor.shape().at(1));
    }
}
