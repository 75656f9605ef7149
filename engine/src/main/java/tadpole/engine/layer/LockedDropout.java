package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * In training drops each feature of a sequence with probability p, at all times the same ones, and scales the others by 1 / (1 - p);
 * else passes everything. Gal and Ghahramani 2016, as AWD-LSTM has it (Merity et al. 2017). Shapes: x [n,time,features].
 */
public final class LockedDropout implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("lockedDropout", "Variational dropout",
            "While training drops features of a sequence with probability p, the same ones at all of its times.",
            List.of(new Setting.Decimal("p", "Drop probability", 0.5, 0.0, 0.99, "",
                    "How likely a feature is dropped from a sequence. The rest is scaled by 1 / (1 - p). Default 0.5.")
                    .with("what is kept is scaled by 1 / (1 - %s)")),
            (_, settings, _, _) -> new LockedDropout(settings.decimal("p")));

    private final double p;

    private LockedDropout(double p) {
        this.p = p;
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 2) {
            throw new ShapeException("takes time×features, but is given " + input + ". Put it behind an embedding or a recurrent layer.");
        }
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        if (!pass.isTraining()) {
            pass.remember("mask", Tensor.NONE);
            return x;
        }
        Tensor mask = mask(x.shape(), pass);
        pass.remember("mask", mask);
        return masked(x, mask, pass.output(x.shape()), pass);
    }

    /** One row for each sequence, repeated for all its times. */
    private Tensor mask(Shape shape, Pass pass) {
        int n = shape.at(0);
        int time = shape.at(1);
        int features = shape.at(2);
        Tensor rows = pass.buffer("rows", Shape.of(n, features));
        pass.kernels().dropoutMask(pass.seed().value(), p, rows.data(), rows.size());
        Tensor mask = pass.buffer("mask", shape);
        for (int step = 0; step < n * time; step++) {
            System.arraycopy(rows.data(), step / time * features, mask.data(), step * features, features);
        }
        return mask;
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
