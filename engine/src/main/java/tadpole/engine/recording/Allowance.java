package tadpole.engine.recording;

import java.util.function.LongSupplier;

/** How much of a run's time its recording may still take: a share of the time that passes, never saved up for long. */
final class Allowance {

    private static final double SHARE = 0.02;
    private static final long MOST_NANOS = 30_000_000;
    /** A step that takes longer stood still: a pause earns nothing. */
    private static final long LONGEST_NANOS = 5_000_000_000L;

    private final LongSupplier nanoTime;
    private long seen;
    private double left = MOST_NANOS;

    Allowance(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.seen = nanoTime.getAsLong();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Once a step. @return whether there is some left */
    boolean goOn() {
        long now = now();
        left = Math.min(MOST_NANOS, left + SHARE * Math.min(LONGEST_NANOS, now - seen));
        seen = now;
        return left > 0;
    }

    void spend(double nanos) {
        left -= nanos;
    }
}
