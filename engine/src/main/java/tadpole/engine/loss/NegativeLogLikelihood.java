package tadpole.engine.loss;

import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.LogSoftmax;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The mean of -x[label] for a network that ends with log-softmax; gradient -1/n at the label. PyTorch's NLLLoss. */
public final class NegativeLogLikelihood implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("negativeLogLikelihood", "Negative log-likelihood",
            "The mean of -log-probability of the right class, for a network that ends with log-softmax.",
            List.of(), _ -> new NegativeLogLikelihood());

    @Override
    public void accept(Shape output, int classes) {
        ClassScores.accept("Negative log-likelihood", output, classes);
    }

    @Override
    public Optional<String> lastLayer() {
        return Optional.of(LogSoftmax.RECIPE.type());
    }

    @Override
    public String unit() {
        return "nats";
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Negative log-likelihood", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum -= outputs.data()[i * classes + labels[i]];
        }
        return sum / n;
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Negative log-likelihood", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        Tensor gradient = pass.inputGradient(outputs.shape());
        gradient.fill(0);
        for (int i = 0; i < n; i++) {
            gradient.data()[i * classes + labels[i]] = -1f / n;
        }
        return gradient;
    }
}
