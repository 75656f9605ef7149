package tadpole.engine.loss;

import java.util.List;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * The mean over the batch of the sum over outputs of (output - target)²; gradient 2 (output - target) / n. Classes become
 * one-hot targets. With gradients summed over the batch it is PyTorch's MSELoss with reduction "sum".
 */
public final class SumOfSquares implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("sumOfSquares", "Sum of squares",
            "The sum of (output - target)² over the outputs of an image, where a class becomes a one-hot target.",
            List.of(), _ -> new SumOfSquares());

    @Override
    public void accept(Shape output, int classes) {
        ClassScores.accept("Sum of squares", output, classes);
    }

    @Override
    public void acceptValues(String label, Shape output, Shape target) {
        OneHot.acceptValues(label, output, target);
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        int columns = outputs.shape().at(1);
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            double difference = outputs.data()[i] - OneHot.wanted(target, i / columns, i % columns, columns);
            sum += difference * difference;
        }
        return sum / outputs.shape().at(0);
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        Tensor gradient = pass.inputGradient(outputs.shape());
        int n = outputs.shape().at(0);
        int columns = outputs.shape().at(1);
        for (int i = 0; i < outputs.size(); i++) {
            double difference = outputs.data()[i] - OneHot.wanted(target, i / columns, i % columns, columns);
            gradient.data()[i] = (float) (2 * difference / n);
        }
        return gradient;
    }
}
