package tadpole.app.chart;

/** One number a step, such as the loss: the raw numbers and their running average, both thinned. */
final class StepSeries {

    private final Thinned raw = new Thinned(256);
    private final Thinned average = new Thinned(200);
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
