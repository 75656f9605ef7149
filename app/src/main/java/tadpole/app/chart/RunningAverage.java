package tadpole.app.chart;

/** Exponential average without the pull toward zero at its start: v = β v + (1 - β) x, shown as v / (1 - βⁿ). */
final class RunningAverage {

    static final double BETA = 0.98;

    private double value;
    private double weight;

    /** As after so many numbers with that average: what comes next counts as much as it would have there. */
    void beginAt(double average, long numbers) {
        weight = 1 - Math.pow(BETA, numbers);
        value = average * weight;
    }

    double add(double next) {
        value = BETA * value + (1 - BETA) * next;
        weight = BETA * weight + (1 - BETA);
        return value / weight;
    }
}
