package tadpole.app.pane.playground.points;

import java.util.function.Consumer;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.WorkState;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingResult;

/** One run from its start. Belongs to the JavaFX thread. */
final class PlayRun {

    private final PlayJob job;
    private RunningJob<TrainingResult> running;

    PlayRun(PlayJob job) {
        this.job = job;
    }

    void begin(Jobs jobs, boolean paused, Consumer<WorkState> onState, Consumer<JobOutcome<TrainingResult>> whenOver) {
        job.setPaused(paused);
        running = paused ? jobs.startPaused(job, whenOver) : jobs.start(job, whenOver);
        running.stateProperty().addListener((_, _, now) -> {
            job.setPaused(now == RunningJob.State.PAUSED);
            if (!now.isOver()) {
                onState.accept(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
    }

    PlayJob job() {
        return job;
    }

    boolean isGoingOn() {
        return !running.state().isOver();
    }

    void pause() {
        job.setPaused(true);
        running.pause();
    }

    void resume() {
        job.setPaused(false);
        running.resume();
    }

    void step() {
        job.setPaused(true);
        running.step();
    }

    void stop() {
        running.stop();
    }

    /** Takes over what may change while it runs. */
    void follow(Experiment wanted) {
        job.trainer().changeRate(wanted.rate());
        job.trainer().changeBatchSize(wanted.training().batch());
    }
}
