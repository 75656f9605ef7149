package tadpole.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.training.TrainingEvent;

/** Counts the steps of each second and stops the training after the last; used by one thread. */
final class StepCounter implements JobControl, Consumer<TrainingEvent> {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long[] steps;
    private long start;
    private long firstStep;

    StepCounter(int seconds) {
        steps = new long[seconds];
    }

    void start() {
        start = System.nanoTime();
    }

    @Override
    public void accept(TrainingEvent event) {
        if (!(event instanceof TrainingEvent.Stepped)) {
            return;
        }
        long now = System.nanoTime();
        if (firstStep == 0) {
            firstStep = now;
        }
        int second = (int) ((now - start) / SECOND);
        if (second < steps.length) {
            steps[second]++;
        }
    }

    @Override
    public boolean proceed() {
        return System.nanoTime() - start < steps.length * SECOND;
    }

    @Override
    public void report(Progress progress) {}

    long[] steps() {
        return steps.clone();
    }

    long most() {
        return Arrays.stream(steps).max().orElse(0);
    }

    double firstStepMillis() {
        return (firstStep - start) / 1e6;
    }
}
