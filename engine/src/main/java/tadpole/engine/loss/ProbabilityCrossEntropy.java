package tadpole.engine.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Softmax;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Cross-entropy on probabilities with one-hot targets, as the course writes it in arrays: the mean of
 * -ln max(p[label], clip); gradient -1 / max(p[label], clip) / n at the label, 0 elsewhere.
 */
public final class ProbabilityCrossEntropy implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("probabilityCrossEntropy", "Cross-entropy on probabilities",
            "The mean of -ln p[label] for a network that ends with softmax; p below the clip counts as the clip.",
            List.of(new Setting.Decimal("clip", "Clip", 1e-8, 1e-30, 0.1, "",
                    "Probabilities below it count as it, so that the logarithm stays finite. Default 1e-8.")),
            settings -> new ProbabilityCrossEntropy(settings.decimal("clip")));

    private final double clip;

    private ProbabilityCrossEntropy(double clip) {
        this.clip = clip;
    }

    @Override
    public void accept(Shape output, int classes) {
        ClassScores.accept("Cross-entropy on probabilities", output, classes);
    }

    @Override
    public Optional<String> lastLayer() {
        return Optional.of(Softmax.RECIPE.type());
    }

    @Override
    public String unit() {
        return "nats";
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Cross-entropy on probabilities", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum -= Math.log(Math.max(outputs.data()[i * classes + labels[i]], clip));
        }
        return sum / n;
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Cross-entropy on probabilities", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        Tensor gradient = pass.inputGradient(outputs.shape());
        Arrays.fill(gradient.data(), 0, gradient.size(), 0);
        for (int i = 0; i < n; i++) {
            int place = i * classes + labels[i];
            gradient.data()[place] = (float) (-1 / Math.max(outputs.data()[place], clip) / n);
        }
        return gradient;
    }
}
