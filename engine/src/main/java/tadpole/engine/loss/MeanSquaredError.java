package tadpole.engine.loss;

import java.util.List;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * The mean of (output - target)² over all outputs of all samples; gradient 2 (output - target) / (n outputs).
 * Classes become one-hot targets, or the number of the class itself where the network has a single output.
 */
public final class MeanSquaredError implements Loss {

    public static final Recipe<LossMaker> RECIPE = new Recipe<>("meanSquaredError", "Mean squared error",
            "The mean of (output - target)²; a class becomes a one-hot target, or its own number when there is one output.",
            List.of(), _ -> new MeanSquaredError());

    @Override
    public void accept(Shape output, int classes) {
        if (output.rank() != 1 || (output.at(0) != classes && output.at(0) != 1)) {
            throw new ShapeException("Mean squared error needs one output for each of the " + classes
                    + " classes or a single one, but the network gives " + output + ". " + ClassScores.mend(output, classes));
        }
    }

    @Override
    public void acceptValues(String label, Shape output, Shape target) {
        OneHot.acceptValues(label, output, target);
    }

    @Override
    public double forward(Tensor outputs, Target target, Pass pass) {
        double sum = 0;
        int columns = outputs.shape().at(1);
        for (int i = 0; i < outputs.size(); i++) {
            double difference = outputs.data()[i] - wanted(target, i / columns, i % columns, columns);
            sum += difference * difference;
        }
        return sum / outputs.size();
    }

    @Override
    public Tensor backward(Tensor outputs, Target target, Pass pass) {
        Tensor gradient = pass.inputGradient(outputs.shape());
        int columns = outputs.shape().at(1);
        for (int i = 0; i < outputs.size(); i++) {
            double difference = outputs.data()[i] - wanted(target, i / columns, i % columns, columns);
            gradient.data()[i] = (float) (2 * difference / outputs.size());
        }
        return gradient;
    }

    private static double wanted(Target target, int row, int column, int columns) {
        return switch (target) {
            case Target.Values values -> values.values().data()[row * columns + column];
            case Target.Classes classes when columns == 1 -> classes.labels()[row];
            case Target.Classes classes -> classes.labels()[row] == column ? 1 : 0;
        };
    }
}
