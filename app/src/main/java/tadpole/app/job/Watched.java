package tadpole.app.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;

/**
 * One kind of job of a pane: at most one of them goes on, and what earlier ones still say is not heard. On the JavaFX thread.
 *
 * @param <E> what the job tells on its way
 * @param <R> what it ends with
 */
public final class Watched<E, R> {

    /** Who is told of it, on the JavaFX thread. */
    public interface Listener<E, R> {

        void hear(List<E> events);

        /** Finished, or stopped with what there was. */
        void ended(R result);

        void failed(String why);
    }

    /** Makes the job, given who is told on its thread. */
    public interface Maker<E, R> {
        Job<R> make(Consumer<E> listener);
    }

    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<WorkState> state = new ReadOnlyObjectWrapper<>(WorkState.READY);
    private final ReadOnlyObjectWrapper<Optional<RunningJob<R>>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int number;

    public Watched(Jobs jobs) {
        this.jobs = jobs;
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public WorkState state() {
        return state.get();
    }

    /** The job that goes on, for its name and progress; empty where none does. */
    public ReadOnlyObjectProperty<Optional<RunningJob<R>>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** @param paused whether it stands before its first step, so that one can step through it */
    public void start(boolean paused, Maker<E, R> maker, Listener<E, R> listener) {
        drop();
        int mine = number;
        jobs.endWarmUp();
        UiFeed<E> feed = new UiFeed<>(jobs.frames(), events -> {
            if (mine == number) {
                listener.hear(events);
            }
        });
        Job<R> job = maker.make(feed);
        state.set(paused ? WorkState.PAUSED : WorkState.RUNNING);
        Consumer<JobOutcome<R>> whenOver = outcome -> {
            feed.flush();
            if (mine == number) {
                end(outcome, listener);
            }
        };
        RunningJob<R> started = paused ? jobs.startPaused(job, whenOver) : jobs.start(job, whenOver);
        running.set(Optional.of(started));
        started.stateProperty().addListener((_, _, now) -> {
            if (!now.isOver() && mine == number) {
                state.set(now == RunningJob.State.PAUSED ? WorkState.PAUSED : WorkState.RUNNING);
            }
        });
    }

    public void pause() {
        running.get().ifPresent(RunningJob::pause);
    }

    public void resume() {
        running.get().ifPresent(RunningJob::resume);
    }

    /** Makes one step and stands still again. */
    public void step() {
        running.get().ifPresent(RunningJob::step);
    }

    public void stop() {
        running.get().filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    /** Ends it without being told how: something else is looked at now. */
    public void drop() {
        stop();
        number++;
        running.set(Optional.empty());
        state.set(WorkState.READY);
    }

    private void end(JobOutcome<R> outcome, Listener<E, R> listener) {
        running.set(Optional.empty());
        switch (outcome) {
            case JobOutcome.Finished<R>(R result) -> ended(result, listener);
            case JobOutcome.Stopped<R>(R result) -> ended(result, listener);
            case JobOutcome.Failed<R>(String why, _) -> {
                state.set(WorkState.FAILED);
                listener.failed(why);
            }
        }
    }

    private void ended(R result, Listener<E, R> listener) {
        state.set(WorkState.ENDED);
        listener.ended(result);
    }
}
