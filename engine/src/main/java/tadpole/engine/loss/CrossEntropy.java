package tadpole.engine.loss;

import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Cross-entropy on logits: the mean of -ln softmax(x)[label], in nats; gradient (softmax(x) - one-hot) / n.
 * PyTorch's CrossEntropyLoss.
 */
public final class CrossEntropy implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("crossEntropy", "Cross-entropy",
            "How surprised the network is by the right answer, in nats: the mean of -ln softmax(scores)[label]. Takes raw scores.",
            List.of(), _ -> new CrossEntropy());

    @Override
    public void accept(Shape output, int classes) {
        ClassScores.accept("Cross-entropy", output, classes);
    }

    @Override
    public String unit() {
        return "nats";
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Cross-entropy", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        Tensor logProbabilities = pass.buffer("log-probabilities", outputs.shape());
        pass.kernels().logSoftmax(Matrix.of(outputs.data(), n, classes), Matrix.of(logProbabilities.data(), n, classes));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum -= logProbabilities.data()[i * classes + labels[i]];
        }
        return sum / n;
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Cross-entropy", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        Tensor gradient = pass.inputGradient(outputs.shape());
        float[] g = gradient.data();
        pass.kernels().softmax(Matrix.of(outputs.data(), n, classes), Matrix.of(g, n, classes));
        for (int i = 0; i < n; i++) {
            g[i * classes + labels[i]] -= 1;
        }
        pass.kernels().scale(1f / n, g, n * classes);
        return gradient;
    }
}
