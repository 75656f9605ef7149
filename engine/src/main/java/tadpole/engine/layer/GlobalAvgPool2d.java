package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The mean of each whole channel: y[c] = sum over i, j of x[c,i,j] / (height width); dx[c,i,j] = dy[c] / (height width). */
public final class GlobalAvgPool2d implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("globalAvgPool2d", "Global average pooling",
            "Takes the mean of each whole channel, so that a picture becomes a row with one number for each channel.",
            List.of(), (_, _, _, _) -> new GlobalAvgPool2d());

    @Override
    public Shape outputShape(Shape input) {
        Window.requirePicture(input);
        return Shape.of(input.at(0));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(Shape.of(x.shape().at(0), x.shape().at(1)));
        pass.kernels().rowMeans(planes(x), y.data());
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(pass.recall("x").shape());
        pass.kernels().rowMeansBackward(dy.data(), planes(dx));
        return dx;
    }

    /** A row for each channel of each picture. */
    private static Matrix planes(Tensor x) {
        Shape batch = x.shape();
        return Matrix.of(x.data(), batch.at(0) * batch.at(1), batch.at(2) * batch.at(3));
    }
}
