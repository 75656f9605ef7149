package tadpole.engine.loss;

import java.util.List;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Cross-entropy of one sigmoid for each class, on logits: the mean over the batch of the sum over classes of -(t ln s(x) +
 * (1 - t) ln(1 - s(x))), in nats, computed as max(x, 0) - x t + ln(1 + exp(-|x|)); gradient (s(x) - t) / n. Classes become
 * one-hot targets. PyTorch's BCEWithLogitsLoss, summed over the classes.
 */
public final class SigmoidCrossEntropy implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("sigmoidCrossEntropy", "Sigmoid cross-entropy",
            "Every class for itself, yes or no: the sum of -ln of what its sigmoid gave the right answer. Takes raw scores.",
            List.of(), _ -> new SigmoidCrossEntropy());

    @Override
    public void accept(Shape output, int classes) {
        ClassScores.accept("Sigmoid cross-entropy", output, classes);
    }

    @Override
    public String unit() {
        return "nats";
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        int columns = outputs.shape().at(1);
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            double x = outputs.data()[i];
            double wanted = OneHot.wanted(target, i / columns, i % columns, columns);
            sum += Math.max(x, 0) - x * wanted + Math.log1p(Math.exp(-Math.abs(x)));
        }
        return sum / outputs.shape().at(0);
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        int n = outputs.shape().at(0);
        int columns = outputs.shape().at(1);
        Tensor gradient = pass.inputGradient(outputs.shape());
        float[] g = gradient.data();
        pass.kernels().sigmoid(outputs.data(), g, outputs.size());
        for (int i = 0; i < outputs.size(); i++) {
            g[i] = (float) ((g[i] - OneHot.wanted(target, i / columns, i % columns, columns)) / n);
        }
        return gradient;
    }
}
