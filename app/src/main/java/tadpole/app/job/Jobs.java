package tadpole.app.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobOutcome;

/** Starts long work beside the JavaFX thread; the one place that makes threads. */
public final class Jobs {

    /** Twenty-five times a second: often enough for figures that one reads. */
    private static final int FRAME_MILLIS = 40;

    private final Executor ui;
    private final Executor frames;
    private final ObservableList<RunningJob<?>> running = FXCollections.observableArrayList();
    // One for all: it listens weakly, so a fresh one would be collected together with whoever listens to it.
    private final ObservableList<RunningJob<?>> shown = FXCollections.unmodifiableObservableList(running);
    private final Optional<WarmUp> warmUp;
    private final List<Thread> threads = new ArrayList<>();
    private int started;

    /** @param ui where states, progress and outcomes are told; the JavaFX thread in the window */
    public Jobs(Executor ui) {
        this(ui, ui, Optional.empty());
    }

    private Jobs(Executor ui, Executor frames, Optional<WarmUp> warmUp) {
        this.ui = ui;
        this.frames = frames;
        this.warmUp = warmUp;
    }

    /** Those of the window: told on the JavaFX thread, progress a few times a second however fast it comes. */
    public static Jobs ofTheWindow() {
        UiThread ui = new UiThread();
        return new Jobs(ui, CompletableFuture.delayedExecutor(FRAME_MILLIS, TimeUnit.MILLISECONDS, ui), Optional.of(new WarmUp()));
    }

    /** Everything that runs or stands paused, in the order it was started. */
    public ObservableList<RunningJob<?>> running() {
        return shown;
    }

    public Executor ui() {
        return ui;
    }

    /** Where a {@link UiFeed} of many small events delivers them: the JavaFX thread, but a moment later and so in larger batches. */
    public Executor frames() {
        return frames;
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

    /**
     * Does beside everything else, soon and unseen, what makes a later job quick; ends an earlier one that still goes on.
     * Only in the window.
     */
    public void warmUp(Job<?> job) {
        warmUp.ifPresent(each -> each.begin(job));
    }

    /** The same, where none was begun before. */
    public void warmUpFirst(Job<?> job) {
        warmUp.ifPresent(each -> each.beginFirst(job));
    }

    /** Frees the processor at once, as somebody waits for it. */
    public void endWarmUp() {
        warmUp.ifPresent(WarmUp::end);
    }

    public void stopAll() {
        endWarmUp();
        List.copyOf(running).forEach(RunningJob::stop);
    }

    /**
     * Stops everything and waits until the threads have ended, for what they work with is about to go away.
     *
     * @return whether all of them ended in time
     */
    public boolean shutDown(Duration most) {
        stopAll();
        long end = System.nanoTime() + most.toNanos();
        boolean ended = true;
        for (Thread thread : threads) {
            ended &= ended(thread, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        return ended;
    }

    private <R> RunningJob<R> prepare(Job<R> job, Consumer<JobOutcome<R>> whenOver) {
        RunningJob<R> run = new RunningJob<>(job, ui, frames, whenOver);
        running.add(run);
        run.stateProperty().addListener((_, _, state) -> {
            if (state.isOver()) {
                running.remove(run);
            }
        });
        return run;
    }

    private void launch(RunningJob<?> run) {
        threads.removeIf(thread -> !thread.isAlive());
        threads.add(Thread.ofPlatform().daemon().name("tadpole-job-" + ++started).start(run::work));
    }

    private static boolean ended(Thread thread, Duration most) {
        try {
            return thread.join(most);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
