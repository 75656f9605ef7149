package tadpole.engine.training;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Some steps from the start with one learning rate, and what came of it.
 *
 * @param losses of the batches, before each update; ends with the first that is no number
 */
public record RateProof(double rate, double[] losses) {

    /** What the losses did, seen over five batches at a time. */
    public enum Verdict {
        HARDLY_MOVES,
        FALLS_SLOWLY,
        FALLS,
        FALLS_UNSTEADILY,
        JUMPS,
        RISES,
        EXPLODES
    }

    private static final int WINDOW = 5;
    private static final double MOVES = 0.05;
    private static final double WELL = 0.5;
    private static final double JUMP = 0.4;
    private static final double STEADY = 0.15;

    public boolean isFinite() {
        return losses.length > 0 && Double.isFinite(losses[losses.length - 1]);
    }

    /** Mean of the last five batches; NaN where the loss exploded. */
    public double finalLoss() {
        return isFinite() ? mean(Math.max(0, losses.length - WINDOW), losses.length) : Double.NaN;
    }

    /**
     * A fall of less than 5 % is none, one of half or more is fast. On the way, a rise by 40 % of the fall is a jump; a fast fall is steady where
     * no rise reaches 15 % of it, and no single batch lies 40 % of it over the one before. Without a fall, losses that stay within a quarter of
     * the first hardly move.
     */
    public Verdict verdict() {
        if (!isFinite()) {
            return Verdict.EXPLODES;
        }
        double start = losses[0];
        double fall = start - finalLoss();
        if (fall < MOVES * start) {
            return withoutFall(start, fall);
        }
        if (highestRise() > JUMP * fall) {
            return Verdict.JUMPS;
        }
        if (fall < WELL * start) {
            return Verdict.FALLS_SLOWLY;
        }
        return highestRise() > STEADY * fall || highestStep() > JUMP * fall ? Verdict.FALLS_UNSTEADILY : Verdict.FALLS;
    }

    private Verdict withoutFall(double start, double fall) {
        if (fall > -MOVES * start) {
            boolean still = highest() < (1 + 5 * MOVES) * start && lowest() > (1 - 5 * MOVES) * start;
            return still ? Verdict.HARDLY_MOVES : Verdict.JUMPS;
        }
        return Verdict.RISES;
    }

    private double highest() {
        return windows().max().orElse(losses[0]);
    }

    private double lowest() {
        return windows().min().orElse(losses[0]);
    }

    private DoubleStream windows() {
        return IntStream.rangeClosed(0, losses.length - WINDOW).mapToDouble(i -> mean(i, i + WINDOW));
    }

    /** How far one batch ever lay over the one before. */
    private double highestStep() {
        return IntStream.range(1, losses.length).mapToDouble(i -> losses[i] - losses[i - 1]).max().orElse(0);
    }

    /** How far the windows' mean ever rose above its lowest before. */
    private double highestRise() {
        double lowest = losses[0];
        double rise = 0;
        for (int i = 0; i + WINDOW <= losses.length; i++) {
            double now = mean(i, i + WINDOW);
            rise = Math.max(rise, now - lowest);
            lowest = Math.min(lowest, now);
        }
        return rise;
    }

    private double mean(int from, int to) {
        return Arrays.stream(losses, from, to).average().orElse(Double.NaN);
    }
}
