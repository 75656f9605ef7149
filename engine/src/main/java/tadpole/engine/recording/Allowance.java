package tadpole.engine.recording;

/** How much of a run's time its recording may still take: a share of the time that passes, never saved up for long. */
final class Allowance {

    private static final double SHARE = 0.01;
    private static final long MOST_NANOS = 5_000_000;

    private long seen;
    private double left = MOST_NANOS;

    /** @param now nanoseconds of work so far; a pause earns nothing. @return whether there is some left */
    boolean goOn(long now) {
        left = Math.min(MOST_NANOS, left + SHARE * Math.max(0, now - seen));
        seen = now;
        return left > 0;
    }

    void spend(double nanos) {
        left -= nanos;
    }
}
