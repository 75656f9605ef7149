package tadpole.app.job;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/** A job that was started: what one sees of it and what one can do with it, all on the JavaFX thread. */
public final class RunningJob<R> {

    public enum State {
        RUNNING,
        PAUSED,
        FINISHED,
        STOPPED,
        FAILED;

        public boolean isOver() {
            return this != RUNNING && this != PAUSED;
        }
    }

    private static final System.Logger LOG = System.getLogger(RunningJob.class.getName());

    private final Job<R> job;
    private final Consumer<JobOutcome<R>> whenOver;
    private final Executor ui;
    private final UiFeed<Progress> feed;
    private final Gate gate;
    private final Remaining remaining = new Remaining(System::nanoTime);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    /** A stop ends it at the next step; until then a pause would only hold the end up. */
    private boolean stopping;

    RunningJob(Job<R> job, Executor ui, Executor frames, Consumer<JobOutcome<R>> whenOver) {
        this.job = job;
        this.ui = ui;
        this.whenOver = whenOver;
        this.feed = new UiFeed<>(frames, this::show);
        this.gate = new Gate(feed);
    }

    public String name() {
        return job.name();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Such as "1:12 left"; empty where it cannot be said yet. */
    public String remainingText() {
        return state() == State.PAUSED ? "paused" : remaining.text(progress.get());
    }

    public void pause() {
        if (state() == State.RUNNING && !stopping) {
            gate.pause();
            remaining.pause();
            state.set(State.PAUSED);
        }
    }

    public void resume() {
        if (state() == State.PAUSED) {
            remaining.resume();
            state.set(State.RUNNING);
            gate.resume();
        }
    }

    /** Makes one step and stands still again; pauses a running job first. */
    public void step() {
        if (!state().isOver()) {
            pause();
            gate.step();
        }
    }

    /** Ends at the next step; the outcome comes when it has. */
    public void stop() {
        stopping = true;
        gate.stop();
    }

    /** On the job's own thread. */
    void work() {
        JobOutcome<R> outcome = outcome();
        ui.execute(() -> end(outcome));
    }

    private JobOutcome<R> outcome() {
        try {
            return job.run(gate);
        } catch (RuntimeException | Error mistake) {
            String said = mistake instanceof OutOfMemoryError
                    ? "There is not enough memory for it. Close other work or choose something smaller."
                    : "Something in the program went wrong: " + mistake;
            LOG.log(Level.ERROR, name(), mistake);
            return new JobOutcome.Failed<>(said, mistake);
        }
    }

    private void end(JobOutcome<R> outcome) {
        feed.flush();
        state.set(switch (outcome) {
            case JobOutcome.Finished<R> _ -> State.FINISHED;
            case JobOutcome.Stopped<R> _ -> State.STOPPED;
            case JobOutcome.Failed<R> _ -> State.FAILED;
        });
        whenOver.accept(outcome);
    }

    private void show(List<Progress> reports) {
        remaining.reached(reports.getLast());
        progress.set(reports.getLast());
    }
}
