package tadpole.app.pane.studio.harmonize;

/** Where the room is with its work. */
public enum Situation {
    /** Nothing lies on the canvas. */
    EMPTY,
    /** Can start, or says why it cannot. */
    READY,
    RUNNING,
    PAUSED,
    /** Stopped before its end: can go on from there. */
    STOPPED,
    ENDED,
    FAILED;

    public boolean isGoingOn() {
        return this == RUNNING || this == PAUSED;
    }
}
