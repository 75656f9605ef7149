package tadpole.app.pane.train.inside;

import java.util.function.LongSupplier;

/** While a run goes on, what costs much is asked seldom: it takes a tenth of the time at most. Any thread. */
final class Calm {

    private static final int TIMES = 10;

    private final LongSupplier nanoTime;
    private long next;

    Calm(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    /** @param running whether more will come; the last is always due */
    synchronized boolean isDue(boolean running) {
        return !running || nanoTime.getAsLong() - next >= 0;
    }

    /** Does it, and says when it is due again. */
    void measure(Runnable work) {
        long from = nanoTime.getAsLong();
        work.run();
        long now = nanoTime.getAsLong();
        synchronized (this) {
            next = now + TIMES * (now - from);
        }
    }
}
