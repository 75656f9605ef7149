package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Flattens what is below zero: y = x where x &gt; 0, else slope x; dx = dy where x &gt; 0, else slope dy. */
public final class LeakyRelu implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("leakyRelu", "Leaky ReLU",
            "Flattens what is below zero instead of cutting it: y = x where x > 0, else slope x.",
            List.of(new Setting.Decimal("slope", "Slope below zero", 0.01, -1.0, 1.0, "",
                    "What negative numbers are multiplied by; 0 is a ReLU. Default 0.01.")),
            (_, settings, _, _) -> new LeakyRelu((float) settings.decimal("slope")));

    private final float slope;

    private LeakyRelu(float slope) {
        this.slope = slope;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        pass.kernels().leakyRelu(slope, x.data(), y.data(), x.size());
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
        pass.kernels().leakyReluBackward(slope, x.data(), dy.data(), dx.data(), x.size());
        return dx;
    }
}
