package tadpole.app.command;

import java.util.Locale;

/** A bar of text: {@code [=========>          ]  48 %  step 4500 of 9380  ETA 0:21}. */
final class ProgressBar {

    private static final int LONGEST = 40;
    private static final int SHORTEST = 10;

    /** The first steps are slow, and say little about the others. */
    private static final double LEAST_SECONDS = 1;

    private ProgressBar() {}

    /**
     * @param done    at least 1
     * @param seconds that the work took until now
     * @param width   the most characters
     */
    static String line(long done, long all, double seconds, int width) {
        long counted = Math.min(done, all);
        String left = seconds < LEAST_SECONDS ? "-:--" : clock(seconds * (all - counted) / counted);
        String words = String.format(Locale.ROOT, " %3d %%  step %d of %d  ETA %s", 100 * counted / all, done, all, left);
        int length = Math.min(LONGEST, width - 2 - words.length());
        return length < SHORTEST ? fitting(words.strip(), width) : bar((double) counted / all, length) + words;
    }

    /** Durations as people read them: 0:07, 1:12, 2:05:40. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static String bar(double fraction, int length) {
        int full = (int) (fraction * length);
        String done = "=".repeat(full);
        return full == length ? "[" + done + "]" : "[" + done + ">" + " ".repeat(length - full - 1) + "]";
    }

    private static String fitting(String words, int width) {
        return words.length() <= width ? words : words.substring(0, Math.max(0, width));
    }
}
