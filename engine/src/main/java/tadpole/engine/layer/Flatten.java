package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Lays all axes of a sample out in one row; the numbers stay where they are. */
public final class Flatten implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("flatten", "Flatten",
            "Lays a picture's rows and channels out in one long row, so that a linear layer can take them.",
            List.of(), (_, _, _, _) -> new Flatten());

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(input.size());
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        pass.remember("x", x);
        return x.as(outputShape(x.shape().perSample()).batchOf(x.shape().at(0)));
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        return pass.wantsInputGradient() ? dy.as(pass.recall("x").shape()) : Tensor.NONE;
    }
}
