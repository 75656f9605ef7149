package tadpole.app.pane.finder;

/** Where the pane is with its sweep. */
public enum FinderState {
    /** Nothing was swept yet. */
    READY,
    RUNNING,
    PAUSED,
    /** Finished or stopped: there is a curve. */
    ENDED,
    FAILED;

    public boolean isGoingOn() {
        return this == RUNNING || this == PAUSED;
    }
}
