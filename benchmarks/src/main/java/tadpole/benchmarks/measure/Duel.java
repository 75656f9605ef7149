package tadpole.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import tadpole.benchmarks.workload.Side;

/**
 * Both sides in turns, in one process: whatever slows the machine for a while slows both. Between two turns it waits, as
 * PyTorch's threads keep spinning for a moment after a call.
 */
public final class Duel {

    private static final long PAUSE_MILLIS = 5;

    private final Clock clock;
    private final Pace pace;

    public Duel(Clock clock, Pace pace) {
        this.clock = clock;
        this.pace = pace;
    }

    /** The rounds, in the order they were run. */
    public List<Round> run(Side tadpole, Side torch) throws InterruptedException {
        warmUp(tadpole, torch);
        Turn ours = Turn.fitting(tadpole, clock);
        Turn theirs = Turn.fitting(torch, clock);
        List<Round> rounds = new ArrayList<>();
        long start = System.nanoTime();
        while (rounds.size() < pace.rounds()) {
            boolean late = System.nanoTime() - start > pace.longest().toNanos();
            if (late && rounds.size() >= pace.atLeast()) {
                break;
            }
            rounds.add(round(ours, theirs, rounds.size() % 2 == 0));
        }
        return rounds;
    }

    private void warmUp(Side tadpole, Side torch) throws InterruptedException {
        long start = System.nanoTime();
        do {
            round(new Turn(tadpole, clock, 1), new Turn(torch, clock, 1), true);
        } while (System.nanoTime() - start < pace.warmUp().toNanos());
    }

    private static Round round(Turn ours, Turn theirs, boolean oursFirst) throws InterruptedException {
        if (oursFirst) {
            double tadpole = nanos(ours);
            return new Round(tadpole, nanos(theirs));
        }
        double torch = nanos(theirs);
        return new Round(nanos(ours), torch);
    }

    private static double nanos(Turn turn) throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        return turn.nanos();
    }
}
