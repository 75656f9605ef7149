package tadpole.engine.loss;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/** What the losses over classes have in common: one output a class, one label a sample. */
final class ClassScores {

    private ClassScores() {}

    static void accept(String loss, Shape output, int classes) {
        if (output.rank() != 1 || output.at(0) != classes) {
            throw new ShapeException(loss + " needs one output for each of the " + classes
                    + " classes, but the network gives " + output + ". " + mend(output, classes));
        }
    }

    static String mend(Shape output, int classes) {
        return "End it with %sa linear layer of %d outputs.".formatted(output.rank() == 1 ? "" : "a flatten layer and ", classes);
    }

    static int[] labels(String loss, Target target) {
        return switch (target) {
            case Target.Classes classes -> classes.labels();
            case Target.Values _ -> throw new IllegalArgumentException(loss + " takes classes, not values.");
        };
    }
}
