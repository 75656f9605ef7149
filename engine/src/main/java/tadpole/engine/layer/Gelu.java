package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Lets numbers pass by as much as the normal distribution says: y = x P(x) with P(x) = (1 + erf(x / √2)) / 2;
 * dx = dy (P(x) + x p(x)) with p(x) = exp(-x² / 2) / √(2π). Or with P(x) = (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2 and its
 * slope. Hendrycks and Gimpel 2016.
 */
public final class Gelu implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("gelu", "GELU",
            "Lets every number pass by as much as the normal distribution says: y = x (1 + erf(x / √2)) / 2.",
            List.of(new Setting.Choice("approximate", "Approximation", "none",
                    List.of(new Setting.Option("none", "None: erf"), new Setting.Option("tanh", "By tanh")),
                    "The exact form, or the one by tanh that older networks were trained with. Default none.")),
            (_, settings, _, _) -> new Gelu(settings.choice("approximate").equals("tanh")));

    private final boolean byTanh;

    private Gelu(boolean byTanh) {
        this.byTanh = byTanh;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        if (byTanh) {
            pass.kernels().geluTanh(x.data(), y.data(), x.size());
        } else {
            pass.kernels().gelu(x.data(), y.data(), x.size());
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
        if (byTanh) {
            pass.kernels().geluTanhBackward(x.data(), dy.data(), dx.data(), x.size());
        } else {
            pass.kernels().geluBackward(x.data(), dy.data(), dx.data(), x.size());
        }
        return dx;
    }
}
