package tadpole.engine.design;

import java.util.Locale;

/**
 * How long an epoch takes on this machine, with what follows it: the held-out samples.
 *
 * @param seconds      of an epoch
 * @param least        where all steps took as long as the fastest quarter of those measured
 * @param most         where all took as long as the slowest quarter
 * @param stepsMeasured how many steps it stands on
 */
public record EpochEstimate(double seconds, double least, double most, int stepsMeasured) {

    /** "12.1 s, between 11.6 s and 12.9 s". */
    public String words() {
        return "%s, between %s and %s".formatted(words(seconds), words(least), words(most));
    }

    /** "estimated 12.1 s, took 13.0 s: 7 % off", the difference as a share of what it took. */
    public String compared(double took) {
        return "estimated %s, took %s: %.0f %% off".formatted(words(seconds), words(took), 100 * off(took));
    }

    /** By how much of what it took the estimate was wrong. */
    public double off(double took) {
        return Math.abs(seconds - took) / took;
    }

    private static String words(double seconds) {
        if (seconds >= 99.5) {
            long whole = Math.round(seconds);
            return whole >= 3600 ? "%d h %d min".formatted(whole / 3600, whole % 3600 / 60) : "%d min %d s".formatted(whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, seconds < 0.995 ? "%.2f s" : "%.1f s", seconds);
    }
}
