package tadpole.engine.layer;

import java.util.Arrays;
import java.util.List;
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
        int pixels = pixels(x);
        for (int plane = 0; plane < y.size(); plane++) {
            double sum = 0;
            for (int i = plane * pixels; i < (plane + 1) * pixels; i++) {
                sum += x.data()[i];
            }
            y.data()[plane] = (float) (sum / pixels);
        }
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
        int pixels = pixels(x);
        for (int plane = 0; plane < dy.size(); plane++) {
            Arrays.fill(dx.data(), plane * pixels, (plane + 1) * pixels, dy.data()[plane] / pixels);
        }
        return dx;
    }

    private static int pixels(Tensor x) {
        return x.shape().at(2) * x.shape().at(3);
    }
}
