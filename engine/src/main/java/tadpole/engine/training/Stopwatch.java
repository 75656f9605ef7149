package tadpole.engine.training;

import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Measures work and leaves out the time that a job stands paused. */
final class Stopwatch implements JobControl {

    private final JobControl control;
    private long begun = System.nanoTime();

    Stopwatch(JobControl control) {
        this.control = control;
    }

    @Override
    public boolean proceed() {
        long asked = System.nanoTime();
        boolean goOn = control.proceed();
        begun += System.nanoTime() - asked;
        return goOn;
    }

    @Override
    public void report(Progress progress) {
        control.report(progress);
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
