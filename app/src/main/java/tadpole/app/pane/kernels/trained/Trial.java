package tadpole.app.pane.kernels.trained;

import java.util.function.Function;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

/**
 * A job whose end is something to do on the JavaFX thread, so that jobs of several kinds can be watched as one.
 *
 * @param end called on the job's thread
 */
record Trial<R>(Job<R> job, Function<R, Runnable> end, Runnable whenStopped) implements Job<Runnable> {

    @Override
    public String name() {
        return job.name();
    }

    @Override
    public JobOutcome<Runnable> run(JobControl control) {
        return switch (job.run(control)) {
            case JobOutcome.Finished<R>(var result) -> new JobOutcome.Finished<>(end.apply(result));
            case JobOutcome.Stopped<R>(var soFar) -> {
                Runnable last = end.apply(soFar);
                yield new JobOutcome.Stopped<>(() -> {
                    whenStopped.run();
                    last.run();
                });
            }
            case JobOutcome.Failed<R>(var why, var cause) -> new JobOutcome.Failed<>(why, cause);
        };
    }
}
