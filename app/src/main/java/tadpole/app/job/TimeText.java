package tadpole.app.job;

/** Durations as people read them: 0:07, 1:12, 2:05:40. */
public final class TimeText {

    private TimeText() {}

    public static String of(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
