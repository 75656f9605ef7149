package tadpole.app.chart;

/** One number a step, such as the loss: the raw numbers and their running average, both thinned. */
final class StepSeries {

    private static final int BUCKETS = 200;

    private final Thinned raw = new Thinned(BUCKETS);
    private final Thinned average = new Thinned(BUCKETS);
    private final RunningAverage running = new RunningAverage();

    void add(double epoch, double value) {
        raw.add(epoch, value);
        average.add(epoch, running.add(value));
    }

    Points raw() {
        return raw.points();
    }

    Points average() {
        return average.lasts();
    }
}
