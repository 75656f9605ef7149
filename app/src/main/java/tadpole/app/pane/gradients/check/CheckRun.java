package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.job.WorkState;
import tadpole.engine.inspect.CheckEvent;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;

/** The job that checks, and where it is. */
final class CheckRun {

    /** Who is told of it, on the JavaFX thread. */
    interface Listener {

        void hear(List<CheckEvent> events);

        /** Finished, or stopped with what there was. */
        void ended(CheckResult result);

        void failed(String why);
    }

    /** Makes the job, given who is told on its thread. */
    interface Maker {
        Job<CheckResult> make(Consumer<CheckEvent> listener);
    }

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private Optional<RunningJob<?>> running = Optional.empty();
    private int number;

    CheckRun(Jobs jobs) {
        this.jobs = jobs;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    WorkState state() {
        return state.get();
    }

    void start(Maker maker, Listener listener) {
        int mine = ++number;
        jobs.endWarmUp();
        UiFeed<CheckEvent> feed = new UiFeed<>(jobs.frames(), events -> {
            if (mine == number) {
                listener.hear(events);
            }
        });
        Job<CheckResult> job = maker.make(feed);
        state.set(WorkState.RUNNING);
        RunningJob<CheckResult> started = jobs.start(job, outcome -> {
            feed.flush();
            if (mine == number) {
                end(outcome, listener);
            }
        });
        running = Optional.of(started);
        started.stateProperty().addListener((_, _, now) -> {
            if (!now.isOver() && mine == number) {
                state.set(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
    }

    void pause() {
        running.ifPresent(RunningJob::pause);
    }

    void resume() {
        running.ifPresent(RunningJob::resume);
    }

    void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    /** Ends it without being told how: something else is looked at now. */
    void drop() {
        stop();
        number++;
        state.set(WorkState.READY);
    }

    private void end(JobOutcome<CheckResult> outcome, Listener listener) {
        switch (outcome) {
            case JobOutcome.Finished<CheckResult>(CheckResult result) -> ended(result, listener);
            case JobOutcome.Stopped<CheckResult>(CheckResult result) -> ended(result, listener);
            case JobOutcome.Failed<CheckResult>(String why, _) -> {
                state.set(WorkState.FAILED);
                listener.failed(why);
            }
        }
    }

    private void ended(CheckResult result, Listener listener) {
        state.set(WorkState.ENDED);
        listener.ended(result);
    }
}
