package tadpole.app.chart;

/**
 * One number a step, such as the loss: the raw numbers and their running average, both thinned. Of the raw numbers it
 * keeps every n-th, so that the cloud stays a cloud, and the extremes between.
 */
final class StepSeries {

    private final Thinned samples = new Thinned(512);
    private final Thinned extremes = new Thinned(64);
    private final Thinned average = new Thinned(256);
    private final RunningAverage running = new RunningAverage();

    void add(double epoch, double value) {
        samples.add(epoch, value);
        extremes.add(epoch, value);
        average.add(epoch, running.add(value));
    }

    /** Begins as the other one up to an epoch, which is after so many steps. */
    void beginAs(StepSeries other, double epoch, long steps) {
        samples.beginAs(other.samples, epoch);
        extremes.beginAs(other.extremes, epoch);
        average.beginAs(other.average, epoch);
        Points before = average();
        if (before.size() > 0) {
            running.beginAt(before.y()[before.size() - 1], steps);
        }
    }

    Points raw() {
        return samples.lasts().and(extremes.points());
    }

    Points average() {
        return average.lasts();
    }
}
