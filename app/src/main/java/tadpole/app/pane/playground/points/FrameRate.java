package tadpole.app.pane.playground.points;

/** How many pictures a second one sees. */
final class FrameRate {

    private static final double SECOND = 1e9;
    private static final long OVER_NANOS = 500_000_000;

    private long from;
    private int seen;
    private int rate;

    /** One more. @return how many a second of late, 0 while that is not known */
    int seen(long nanos) {
        if (nanos - from > 4 * OVER_NANOS) {
            from = nanos;
            seen = 0;
            rate = 0;
        }
        seen++;
        if (nanos - from >= OVER_NANOS) {
            rate = (int) Math.round((seen - 1) * SECOND / (nanos - from));
            from = nanos;
            seen = 1;
        }
        return rate;
    }
}
