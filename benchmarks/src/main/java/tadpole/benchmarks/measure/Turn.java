package tadpole.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import tadpole.benchmarks.workload.Side;

/**
 * One side's turn: as many runs in a row as make some milliseconds.
 *
 * @param runs how many are timed
 */
record Turn(Side side, Clock clock, int runs) {

    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** So many runs that a turn takes some milliseconds. */
    static Turn fitting(Side side, Clock clock) {
        Turn turn = new Turn(side, clock, 1);
        while (true) {
            double nanos = turn.nanos();
            if (nanos * turn.runs >= SHORT_NANOS) {
                return turn;
            }
            int more = (int) Math.ceil(1.2 * SHORT_NANOS / Math.max(1, nanos));
            turn = new Turn(side, clock, Math.clamp(more, turn.runs + 1, 10 * turn.runs));
        }
    }

    /** Time of one run. Where runs are short, one that is not timed wakes the threads and brings the numbers into the cache. */
    double nanos() {
        side.reset();
        if (runs > 1) {
            side.run();
        }
        long start = clock.nanos();
        for (int run = 0; run < runs; run++) {
            side.run();
        }
        return (double) (clock.nanos() - start) / runs;
    }
}
