package tadpole.engine.loss;

import java.util.List;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Multi-class hinge: the mean over the batch of the sum over the wrong classes j of max(0, x[j] - x[label] + margin); gradient
 * 1/n at every j above the margin, minus their number / n at the label. Weston and Watkins 1999. PyTorch's MultiMarginLoss is
 * this divided by the number of classes.
 */
public final class Hinge implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("hinge", "Hinge",
            "How far wrong classes come nearer to the right one's score than the margin. Takes raw scores.",
            List.of(new Setting.Decimal("margin", "Margin", 1.0, 0.0, 100.0, "",
                    "By how much the right class must lead before nothing is to be learned. Default 1.")),
            settings -> new Hinge(settings.decimal("margin")));

    private final double margin;

    private Hinge(double margin) {
        this.margin = margin;
    }

    @Override
    public void accept(Shape output, int classes) {
        ClassScores.accept("Hinge", output, classes);
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Hinge", target);
        int n = outputs.shape().at(0);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < outputs.shape().at(1); j++) {
                sum += Math.max(0, excess(outputs, i, j, labels[i]));
            }
        }
        return sum / n;
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        int[] labels = ClassScores.labels("Hinge", target);
        int n = outputs.shape().at(0);
        int classes = outputs.shape().at(1);
        Tensor gradient = pass.inputGradient(outputs.shape());
        for (int i = 0; i < n; i++) {
            int above = 0;
            for (int j = 0; j < classes; j++) {
                boolean counts = excess(outputs, i, j, labels[i]) > 0;
                above += counts ? 1 : 0;
                gradient.data()[i * classes + j] = counts ? 1f / n : 0;
            }
            gradient.data()[i * classes + labels[i]] = (float) -above / n;
        }
        return gradient;
    }

    /** By how much class j is above what the label's lead allows; 0 for the label itself. NaN stays NaN. */
    private double excess(Tensor outputs, int row, int j, int label) {
        int first = row * outputs.shape().at(1);
        return j == label ? 0 : (double) outputs.data()[first + j] - outputs.data()[first + label] + margin;
    }
}
