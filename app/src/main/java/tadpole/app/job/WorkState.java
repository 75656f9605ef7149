package tadpole.app.job;

/** Where a pane is with its work. */
public enum WorkState {
    /** At the start: nothing has run, or all was put back. */
    READY,
    RUNNING,
    PAUSED,
    /** Finished or stopped: there is something to look at. */
    ENDED,
    FAILED;

    public boolean isGoingOn() {
        return this == RUNNING || this == PAUSED;
    }
}
