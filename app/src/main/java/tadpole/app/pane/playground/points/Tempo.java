package tadpole.app.pane.playground.points;

import java.util.concurrent.locks.LockSupport;

/** How fast it trains: slow enough to watch, or as fast as it goes. */
enum Tempo {
    SLOW("Slow", 12),
    STEADY("Steady", 500),
    FULL("Full", Integer.MAX_VALUE);

    /** Behind by more than this it does not catch up. */
    private static final long BEHIND_NANOS = 100_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long SHORT_NANOS = 20_000_000;

    private final String label;
    private final int steps;

    Tempo(String label, int steps) {
        this.label = label;
        this.steps = steps;
    }

    String label() {
        return label;
    }

    /** Steps in a second, at most. */
    int steps() {
        return steps;
    }

    /** Waits until a step is due, in short pieces. */
    static final class Beat {

        private long due = System.nanoTime();

        /** @return whether the step is due; false after a short wait, so that who waits can look at what has changed */
        boolean reached(Tempo tempo) {
            if (tempo == FULL) {
                return true;
            }
            long now = System.nanoTime();
            long apart = SECOND / tempo.steps;
            due = Math.clamp(due, now - BEHIND_NANOS, now + apart);
            if (now >= due) {
                due += apart;
                return true;
            }
            LockSupport.parkNanos(Math.min(SHORT_NANOS, due - now));
            return false;
        }
    }
}
