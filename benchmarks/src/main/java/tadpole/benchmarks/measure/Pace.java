package tadpole.benchmarks.measure;

import java.time.Duration;

/**
 * How long a workload is measured.
 *
 * @param rounds  turns of each side, where the time allows them
 * @param atLeast turns of each side, whatever time they take
 * @param warmUp  how long both sides run before
 * @param longest after that no more than {@code atLeast} rounds are made
 */
public record Pace(int rounds, int atLeast, Duration warmUp, Duration longest) {

    public static Pace ofRounds(int rounds) {
        return new Pace(rounds, Math.min(rounds, 7), Duration.ofSeconds(6), Duration.ofSeconds(60));
    }
}
