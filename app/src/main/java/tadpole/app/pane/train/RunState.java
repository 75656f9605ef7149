package tadpole.app.pane.train;

/** Where a run stands. */
public enum RunState {
    /** At the start: nothing has run, or all was put back. */
    READY,
    RUNNING,
    PAUSED,
    /** Finished or stopped. */
    ENDED,
    FAILED;

    public boolean isGoingOn() {
        return this == RUNNING || this == PAUSED;
    }
}
