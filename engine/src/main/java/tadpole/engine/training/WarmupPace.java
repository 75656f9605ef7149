package tadpole.engine.training;

import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Ends a warm-up's runs: on a stop at once, else when their time is up or steps have not got faster for a while. */
final class WarmupPace implements JobControl {

    private static final long MILLI = 1_000_000;
    /** Compiled code comes in leaps: standing still for a moment means nothing. */
    private static final int PATIENCE = 6;
    private static final double FASTER = 1.05;

    private final JobControl control;
    private final long end;
    private long endOfRun;
    private long steps;
    private long stepsBefore;
    private long lastStep;
    private long nanosOfRun;
    private double best;
    private int since;

    WarmupPace(JobControl control, long mostMillis) {
        this.control = control;
        this.end = System.nanoTime() + mostMillis * MILLI;
    }

    long steps() {
        return steps;
    }

    /** Whether another run is worth its while. */
    boolean goesOn() {
        if (nanosOfRun > 0) {
            double rate = (double) (steps - stepsBefore) / nanosOfRun;
            since = rate > best * FASTER ? 0 : since + 1;
            best = Math.max(best, rate);
        }
        return !control.isStopped() && System.nanoTime() < end && since < PATIENCE;
    }

    void beginRun(long millis) {
        endOfRun = System.nanoTime() + millis * MILLI;
        stepsBefore = steps;
        nanosOfRun = 0;
        lastStep = 0;
    }

    /** A run makes a step at least. */
    @Override
    public boolean proceed() {
        long now = System.nanoTime();
        return !control.isStopped() && now < end && (now < endOfRun || steps == stepsBefore);
    }

    @Override
    public boolean isStopped() {
        return control.isStopped();
    }

    @Override
    public void report(Progress progress) {
        long now = System.nanoTime();
        nanosOfRun += lastStep == 0 ? 0 : now - lastStep;
        lastStep = now;
        steps++;
    }
}
