package tadpole.app.pane.playground.points;

import java.util.Optional;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.engine.training.Evaluation;

/** What one look at a network showed. Its arrays are as large as any network needs, and used again by a later look. */
final class Look {

    /** Points along a side of the large map, and of the picture of a neuron. */
    static final int SIDE = 120;
    static final int TILE = 40;
    /** Neurons, inputs and outputs together. */
    static final int MOST_UNITS = 7 + Wiring.MOST_LAYERS * Wiring.MOST_NEURONS + 6;
    private static final int MOST_PARAMETERS = 8 * 8 + (Wiring.MOST_LAYERS - 1) * 9 * 8 + 9 * 6;

    private final int[] map = new int[SIDE * SIDE];
    private final int[] tiles = new int[MOST_UNITS * TILE * TILE];
    private final float[] weights = new float[MOST_PARAMETERS];
    private final float[] greatest = new float[MOST_UNITS];
    private final float[] passing = new float[MOST_UNITS];
    private final float[] probabilities = new float[6];
    private Columns columns;
    private Probe of;
    private long step;
    private Optional<Unit> shown = Optional.empty();
    private Optional<Picked> picked = Optional.empty();
    private Evaluation train = new Evaluation(0, 0, 0);
    private Optional<Evaluation> test = Optional.empty();

    /** A point of the plane that one asked about. */
    record Picked(double x1, double x2) {}

    /** What is asked of a look. @param shown whose values fill the large map; empty for the classes */
    record Question(Optional<Unit> shown, Optional<Picked> picked, Inks inks) {}

    /** Colors of the large map as 0xAARRGGBB, row by row from the top. */
    int[] map() {
        return map;
    }

    /** Colors of the units' pictures, one after the other, in the order of {@link Columns#number}. */
    int[] tiles() {
        return tiles;
    }

    /** All parameters; see {@link Columns#place}. */
    float[] weights() {
        return weights;
    }

    /** The greatest size of a unit's value on the map, which its colors are stretched to; by the unit's number. */
    float[] greatest() {
        return greatest;
    }

    /** What each unit gives at the picked point, by its number; the outputs before softmax. */
    float[] passing() {
        return passing;
    }

    /** Of the classes at the picked point. */
    float[] probabilities() {
        return probabilities;
    }

    Columns columns() {
        return columns;
    }

    long step() {
        return step;
    }

    Optional<Unit> shown() {
        return shown;
    }

    Optional<Picked> picked() {
        return picked;
    }

    Evaluation train() {
        return train;
    }

    Optional<Evaluation> test() {
        return test;
    }

    /** Who looked. */
    Probe of() {
        return of;
    }

    void begin(Probe by, Columns its, long at, Question question) {
        of = by;
        columns = its;
        step = at;
        shown = question.shown().filter(its::has);
        picked = question.picked();
    }

    void judged(Evaluation onTrain, Optional<Evaluation> onTest) {
        train = onTrain;
        test = onTest;
    }
}
