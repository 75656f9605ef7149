package tadpole.engine.twin;

import tadpole.engine.loss.Target;

/** Reads the right class of a sample out of a target. */
final class Labels {

    private Labels() {}

    static int of(Target target, int row) {
        return switch (target) {
            case Target.Classes classes -> classes.labels()[row];
            case Target.Values _ -> throw new IllegalArgumentException("A loss over classes takes classes, not values.");
        };
    }

    /** The target's own number; of a class its one-hot row. */
    static double oneHot(Target target, int row, int column, int columns) {
        return switch (target) {
            case Target.Values values -> values.values().data()[row * columns + column];
            case Target.Classes classes -> column == classes.labels()[row] ? 1 : 0;
        };
    }
}
