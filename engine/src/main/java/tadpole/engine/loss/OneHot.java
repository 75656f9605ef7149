package tadpole.engine.loss;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/** What the outputs of losses that compare number by number should have been. */
final class OneHot {

    private OneHot() {}

    /** Checks that there is one output for each number of the target. */
    static void acceptValues(String label, Shape output, Shape target) {
        if (!output.equals(target)) {
            throw new ShapeException("%s needs one output for each of the %d numbers that are to come out, but the network gives %s. %s"
                    .formatted(label, target.size(), output, ClassScores.mend(output, target.size())));
        }
    }

    /** The target's own number; of a class 1 at the class, else 0. */
    static double wanted(Target target, int row, int column, int columns) {
        return switch (target) {
            case Target.Values values -> values.values().data()[row * columns + column];
            case Target.Classes classes -> classes.labels()[row] == column ? 1 : 0;
        };
    }
}
