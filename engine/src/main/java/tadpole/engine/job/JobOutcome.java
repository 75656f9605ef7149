package tadpole.engine.job;

/** What came of a job: every reader treats all three cases. */
public sealed interface JobOutcome<R> {

    /** The job did all that it was to do. */
    record Finished<R>(R result) implements JobOutcome<R> {}

    /** The job was asked to stop; what it has so far is as usable as a finished result. */
    record Stopped<R>(R resultSoFar) implements JobOutcome<R> {}

    /**
     * The job could not go on.
     *
     * @param message one sentence for a person: what happened, where, what to do
     * @param cause   what was thrown, for the log
     */
    record Failed<R>(String message, Throwable cause) implements JobOutcome<R> {}
}
