package tadpole.engine.layer;

import tadpole.engine.kernel.Pooling;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The largest number of every window; its gradient goes to the place it came from, the first of equal ones. */
public final class MaxPool2d implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("maxPool2d", "Max pooling",
            "Keeps the largest number of each small window: the picture shrinks, the strongest signs stay.",
            PoolWindow.SETTINGS, (_, settings, input, _) -> new MaxPool2d(PoolWindow.of(settings, input)));

    private final PoolWindow window;

    private MaxPool2d(PoolWindow window) {
        this.window = window;
    }

    @Override
    public Shape outputShape(Shape input) {
        return window.over(input);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(window.overBatch(x));
        window.kernel(x, pass).max(x.data(), y.data(), pass.indices("largest", y.size()));
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor x = pass.recall("x");
        Pooling kernel = window.kernel(x, pass);
        Tensor dx = pass.inputGradient(x.shape());
        kernel.maxBackward(dy.data(), pass.indices("largest", dy.size()), dx.data());
        return dx;
    }
}
