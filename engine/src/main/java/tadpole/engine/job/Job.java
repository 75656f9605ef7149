package tadpole.engine.job;

/**
 * Work that takes long enough to be watched, paused and stopped.
 *
 * <p>The same job runs in the window, in a test on the calling thread, and from the command line.
 *
 * @param <R> what the work gives, also when it is stopped before its end
 */
public interface Job<R> {

    /** What the status bar calls it, such as "Training MNIST 784-100-10". */
    String name();

    /**
     * Works until done, stopped or failed. The loop asks {@link JobControl#proceed} once a step.
     *
     * @return what came of it; a stop is no failure and gives what there is so far
     */
    JobOutcome<R> run(JobControl control);
}
