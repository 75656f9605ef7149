package tadpole.engine.training;

import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Measures work, leaves out the time that a job stands paused, and knows whether it was stopped. */
final class Stopwatch implements JobControl {

    private final JobControl control;
    private long begun = System.nanoTime();
    private boolean stopped;

    Stopwatch(JobControl control) {
        this.control = control;
    }

    @Override
    public boolean proceed() {
        long asked = System.nanoTime();
        boolean goOn = control.proceed();
        begun += System.nanoTime() - asked;
        stopped |= !goOn;
        return goOn;
    }

    @Override
    public void report(Progress progress) {
        control.report(progress);
    }

    boolean wasStopped() {
        return stopped;
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
