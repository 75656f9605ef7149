package tadpole.engine.job;

/** What a running job asks and tells: whether to go on, and how far it is. */
public interface JobControl {

    /** A control that never pauses, never stops and listens to nothing. */
    JobControl UNWATCHED = new JobControl() {
        @Override
        public boolean proceed() {
            return true;
        }

        @Override
        public void report(Progress progress) {}
    };

    /** Waits while the job is paused; false once it is stopped. Asked once a step. */
    boolean proceed();

    /**
     * Asked between the parts of a step or of what follows it, such as the chunks of an evaluation: waits while paused,
     * but not within a single step that a person makes; false once stopped.
     */
    default boolean proceedWithin() {
        return proceed();
    }

    /** Whether the job is stopped, without waiting: asked in the midst of a computation, on any thread. */
    default boolean isStopped() {
        return false;
    }

    /** Tells how far the job is; cheap, may be called every step. */
    void report(Progress progress);
}
