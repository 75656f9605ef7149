package tadpole.engine.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A place in the ranking.
 *
 * @param contestant its place in the plan, from 0
 * @param rate       that it raced at
 * @param mean       of its final losses over the seeds; infinite where it diverged from one of them
 * @param spread     their deviation, with n - 1; empty for one seed and where it diverged
 * @param seeds      how many came to an end, diverged ones too
 * @param diverged   from how many seeds
 * @param edge       whether its rate is the least or the greatest of those tried, so that a better one may lie beyond
 * @param test       over the test images of all seeds together, where the race looks at them and it never diverged
 */
public record Standing(
        int contestant, double rate, double mean, OptionalDouble spread, int seeds, int diverged, boolean edge, Optional<Evaluation> test) {

    /** What can be said of two neighbors in the ranking. */
    public enum Gap {
        /** They differ by more than their seeds do. */
        APART,
        /** They differ by less than their seeds do. */
        NOT_APART,
        /** With one seed nobody knows. */
        UNKNOWN
    }

    /**
     * Whether two are apart: |mean1 - mean2| ≥ max(spread1, spread2), so that neither's seeds alone can make the difference. One that
     * diverged is apart from one that did not.
     */
    public Gap gap(Standing other) {
        if (Double.isInfinite(mean) || Double.isInfinite(other.mean)) {
            return mean == other.mean ? Gap.NOT_APART : Gap.APART;
        }
        if (spread.isEmpty() || other.spread.isEmpty()) {
            return Gap.UNKNOWN;
        }
        double widest = Math.max(spread.getAsDouble(), other.spread.getAsDouble());
        return Math.abs(mean - other.mean) < widest ? Gap.NOT_APART : Gap.APART;
    }
}
