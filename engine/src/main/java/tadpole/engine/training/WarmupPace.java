package tadpole.engine.training;

import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Ends a warm-up: on a stop at once, else when its time is up or steps have not got faster for a while. */
final class WarmupPace implements JobControl {

    private static final long WINDOW_NANOS = 100_000_000;
    /** Compiled code comes in leaps: standing still for a moment means nothing. */
    private static final int PATIENCE = 6;
    private static final double FASTER = 1.05;

    private final JobControl control;
    private final long begun = System.nanoTime();
    private final long mostNanos;
    private long steps;
    private long window = begun;
    private long stepsBefore;
    private double best;
    private int since;

    WarmupPace(JobControl control, long mostMillis) {
        this.control = control;
        this.mostNanos = mostMillis * 1_000_000;
    }

    long steps() {
        return steps;
    }

    @Override
    public boolean proceed() {
        long now = System.nanoTime();
        if (now - window >= WINDOW_NANOS && steps > stepsBefore) {
            note((steps - stepsBefore) / (double) (now - window));
            window = now;
            stepsBefore = steps;
        }
        return !control.isStopped() && now - begun < mostNanos && since < PATIENCE;
    }

    private void note(double rate) {
        since = rate > best * FASTER ? 0 : since + 1;
        best = Math.max(best, rate);
    }

    @Override
    public boolean isStopped() {
        return control.isStopped();
    }

    @Override
    public void report(Progress progress) {
        steps++;
    }
}
