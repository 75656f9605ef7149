package tadpole.app.command;

import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Shows a job's progress as a bar on the terminal, and stops it where it is interrupted. */
final class ShownProgress implements JobControl {

    private final Interruption interruption;
    private final StageBar bar;
    private final long begun = System.nanoTime();

    ShownProgress(Interruption interruption, StageBar bar) {
        this.interruption = interruption;
        this.bar = bar;
    }

    @Override
    public boolean proceed() {
        return interruption.proceed();
    }

    @Override
    public boolean isStopped() {
        return interruption.isStopped();
    }

    @Override
    public void report(Progress progress) {
        if (progress.isKnown() && progress.done() > 0) {
            bar.show(progress.done(), progress.total(), begun);
        }
    }
}
