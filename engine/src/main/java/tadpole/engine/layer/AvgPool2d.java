package tadpole.engine.layer;

import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The mean of every window, padding counted as zeros; its gradient is spread evenly. */
public final class AvgPool2d implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("avgPool2d", "Average pooling",
            "Takes the mean of each small window: the picture shrinks and becomes smooth.",
            PoolWindow.SETTINGS, (_, settings, input, _) -> new AvgPool2d(PoolWindow.of(settings, input)));

    private final PoolWindow window;

    private AvgPool2d(PoolWindow window) {
        this.window = window;
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.over(input);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(window.overBatch(x));
        window.kernel(x, pass).average(x.data(), y.data());
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
        window.kernel(x, pass).averageBackward(dy.data(), dx.data());
        return dx;
    }
}
