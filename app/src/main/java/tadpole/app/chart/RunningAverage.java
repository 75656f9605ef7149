package tadpole.app.chart;

/** Exponential average without the pull toward zero at its start: v = β v + (1 - β) x, shown as v / (1 - βⁿ). */
final class RunningAverage {

    static final double BETA = 0.98;

    private double value;
    private double weight;

    /** As if it had seen so many numbers and come to this average; NaN for none. */
    void goOn(double average, long numbers) {
        if (Double.isNaN(average)) {
            return;
        }
        weight = 1 - Math.pow(BETA, numbers);
        value = average * weight;
    }

    double add(double next) {
        value = BETA * value + (1 - BETA) * next;
        weight = BETA * weight + (1 - BETA);
        return value / weight;
    }
}
