package tadpole.engine.training;

import java.util.function.BooleanSupplier;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Measures work, leaves out the time that a job stands paused, and knows whether it was stopped. */
final class Stopwatch implements JobControl {

    private final JobControl control;
    private final double before;
    private long begun = System.nanoTime();
    private volatile boolean stopped;

    Stopwatch(JobControl control) {
        this(control, 0);
    }

    /** @param before seconds of work that went before */
    Stopwatch(JobControl control, double before) {
        this.control = control;
        this.before = before;
    }

    @Override
    public boolean proceed() {
        return unclocked(control::proceed);
    }

    @Override
    public boolean proceedWithin() {
        return unclocked(control::proceedWithin);
    }

    private boolean unclocked(BooleanSupplier question) {
        long asked = System.nanoTime();
        boolean goOn = question.getAsBoolean();
        begun += System.nanoTime() - asked;
        if (!goOn) {
            stopped = true;
        }
        return goOn;
    }

    @Override
    public boolean isStopped() {
        boolean now = control.isStopped();
        if (now) {
            stopped = true;
        }
        return now;
    }

    @Override
    public void report(Progress progress) {
        control.report(progress);
    }

    boolean wasStopped() {
        return stopped;
    }

    double seconds() {
        return before + (System.nanoTime() - begun) / 1e9;
    }
}
