package tadpole.app.job;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;

/** Starts long work beside the JavaFX thread; the one place that makes threads. */
public final class Jobs {

    private final Executor ui;
    private final ObservableList<RunningJob<?>> running = FXCollections.observableArrayList();
    private int started;

    /** @param ui where states, progress and outcomes are told; the JavaFX thread in the window */
    public Jobs(Executor ui) {
        this.ui = ui;
    }

    /** Everything that runs or stands paused, in the order it was started. */
    public ObservableList<RunningJob<?>> running() {
        return FXCollections.unmodifiableObservableList(running);
    }

    public Executor ui() {
        return ui;
    }

    /**
     * Starts a job on a thread of its own. Called on the JavaFX thread.
     *
     * @param whenOver gets the outcome on the JavaFX thread
     */
    public <R> RunningJob<R> start(Job<R> job, Consumer<JobOutcome<R>> whenOver) {
        RunningJob<R> run = prepare(job, whenOver);
        launch(run);
        return run;
    }

    /** Starts a job that stands paused before its first step, so that one can step through it. */
    public <R> RunningJob<R> startPaused(Job<R> job, Consumer<JobOutcome<R>> whenOver) {
        RunningJob<R> run = prepare(job, whenOver);
        run.pause();
        launch(run);
        return run;
    }

    public void stopAll() {
        running.forEach(RunningJob::stop);
    }

    private <R> RunningJob<R> prepare(Job<R> job, Consumer<JobOutcome<R>> whenOver) {
        RunningJob<R> run = new RunningJob<>(job, ui, whenOver);
        running.add(run);
        run.stateProperty().addListener((_, _, state) -> {
            if (state.isOver()) {
                running.remove(run);
            }
        });
        return run;
    }

    private void launch(RunningJob<?> run) {
        Thread.ofPlatform().daemon().name("tadpole-job-" + ++started).start(run::work);
    }
}
