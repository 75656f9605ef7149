package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * In training drops each number with probability p and scales the others by 1 / (1 - p); else passes everything.
 * Srivastava et al. 2014, in the inverted form that PyTorch uses.
 */
public final class Dropout implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("dropout", "Dropout",
            "While training drops each number with probability p, so that no unit can lean on a single other one.",
            List.of(new Setting.Decimal("p", "Drop probability", 0.5, 0.0, 0.99, "",
                    "How likely a number is dropped. The rest is scaled by 1 / (1 - p). Default 0.5.")
                    .with("what is kept is scaled by 1 / (1 - %s)")),
            (_, settings, _, _) -> new Dropout(settings.decimal("p")));

    private final double p;

    private Dropout(double p) {
        this.p = p;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        if (!pass.isTraining()) {
            pass.remember("mask", Tensor.NONE);
            return x;
        }
        Tensor mask = pass.buffer("mask", x.shape());
        pass.kernels().dropoutMask(pass.seed().value(), p, mask.data(), mask.size());
        pass.remember("mask", mask);
        return masked(x, mask, pass.output(x.shape()), pass);
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor mask = pass.recall("mask");
        return mask == Tensor.NONE ? dy : masked(dy, mask, pass.inputGradient(dy.shape()), pass);
    }

    private static Tensor masked(Tensor x, Tensor mask, Tensor y, Pass pass) {
        pass.kernels().scale(x.data(), mask.data(), y.data(), y.size());
        return y;
    }
}
