package tadpole.engine.loss;

/** What the outputs of losses that compare number by number should have been. */
final class OneHot {

    private OneHot() {}

    /** The target's own number; of a class 1 at the class, else 0. */
    static double wanted(Target target, int row, int column, int columns) {
        return switch (target) {
            case Target.Values values -> values.values().data()[row * columns + column];
            case Target.Classes classes -> classes.labels()[row] == column ? 1 : 0;
        };
    }
}
