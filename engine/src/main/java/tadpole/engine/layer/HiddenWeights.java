package tadpole.engine.layer;

import java.util.Arrays;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.kernel.Recurrence;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Tensor;

/**
 * The matrix from state to state. In training each of its weights is dropped with probability p for a whole forward, at all times and
 * in all sequences, and the others are scaled by 1 / (1 - p): DropConnect of Wan et al. 2013 on the way through time, as in AWD-LSTM
 * (Merity et al. 2017).
 */
record HiddenWeights(SequenceWeights weights, double p) {

    static final Setting DROPOUT = new Setting.Decimal("weightDropout", "Weight dropout", 0.0, 0.0, 0.9, "",
            "While training: share of the weights from state to state that a step does without. The rest is scaled by 1 / (1 - p). Default 0.");

    private boolean drops(Pass pass) {
        return p > 0 && pass.isTraining();
    }

    /** What a forward goes by: the weights, or a new draw of them. */
    Matrix draw(Pass pass) {
        if (!drops(pass)) {
            return weights.hiddenMatrix();
        }
        Tensor mask = mask(pass);
        Tensor dropped = pass.buffer("dropped weights", mask.shape());
        pass.kernels().dropoutMask(pass.seed().value(), p, mask.data(), mask.size());
        pass.kernels().scale(weights.ofHidden().value().data(), mask.data(), dropped.data(), mask.size());
        return drawn(pass);
    }

    /** What the last forward went by. */
    Matrix drawn(Pass pass) {
        return drops(pass) ? matrix(pass.buffer("dropped weights", weights.ofHidden().shape())) : weights.hiddenMatrix();
    }

    private Tensor mask(Pass pass) {
        return pass.buffer("weight mask", weights.ofHidden().shape());
    }

    private Matrix matrix(Tensor of) {
        return Matrix.of(of.data(), weights.width(), weights.hidden());
    }

    /** Adds the gradients of weight_hh_l0. */
    void addGradient(Recurrence kernel, Pass pass) {
        if (!drops(pass)) {
            addGradient(kernel, weights.ofHidden().gradient(), pass);
            return;
        }
        Tensor mask = mask(pass);
        Tensor gradient = pass.buffer("gradient of dropped weights", mask.shape());
        Arrays.fill(gradient.data(), 0, gradient.size(), 0);
        addGradient(kernel, gradient, pass);
        pass.kernels().scale(gradient.data(), mask.data(), gradient.data(), gradient.size());
        pass.kernels().axpy(1, gradient.data(), weights.ofHidden().gradient().data(), gradient.size());
    }

    private void addGradient(Recurrence kernel, Tensor gradient, Pass pass) {
        pass.kernels().addProduct(kernel.hiddenGradients().transpose(), kernel.statesBefore(), matrix(gradient));
    }
}
