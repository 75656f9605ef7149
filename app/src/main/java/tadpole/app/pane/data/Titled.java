package tadpole.app.pane.data;

import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

/** A job under a name that people know. */
record Titled<R>(String name, Job<R> job) implements Job<R> {

    @Override
    public JobOutcome<R> run(JobControl control) {
        return job.run(control);
    }
}
