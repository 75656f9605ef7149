package tadpole.app.pane.train;

import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/**
 * Lets a paused run go through what lies between two steps, such as the look at the test images after an epoch: who steps
 * batch by batch steps over batches.
 */
final class StepControl implements JobControl {

    private final JobControl control;
    private final Runnable beforeAsking;
    private volatile boolean paused;
    private boolean betweenSteps;

    /** @param beforeAsking done before a step that may have to wait, on the job's thread */
    StepControl(JobControl control, Runnable beforeAsking) {
        this.control = control;
        this.beforeAsking = beforeAsking;
    }

    void setPaused(boolean now) {
        paused = now;
    }

    boolean isPaused() {
        return paused;
    }

    /** On the job's thread. */
    void betweenSteps(boolean now) {
        betweenSteps = now;
    }

    @Override
    public boolean proceed() {
        if (paused && betweenSteps) {
            return true;
        }
        if (paused) {
            beforeAsking.run();
        }
        return control.proceed();
    }

    @Override
    public void report(Progress progress) {
        control.report(progress);
    }
}
