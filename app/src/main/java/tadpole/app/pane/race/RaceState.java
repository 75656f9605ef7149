package tadpole.app.pane.race;

/** Where the pane is with its race. */
public enum RaceState {
    /** Nobody ran yet. */
    READY,
    RUNNING,
    PAUSED,
    /** Finished or stopped: there is a ranking. */
    ENDED,
    FAILED;

    public boolean isGoingOn() {
        return this == RUNNING || this == PAUSED;
    }
}
