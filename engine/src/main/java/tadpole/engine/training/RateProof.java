package tadpole.engine.training;

import java.util.Arrays;

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
        JUMPS,
        RISES,
        EXPLODES
    }

    private static final int WINDOW = 5;
    private static final double MOVES = 0.05;
    private static final double WELL = 0.5;
    private static final double JUMP = 0.4;

    public boolean isFinite() {
        return losses.length > 0 && Double.isFinite(losses[losses.length - 1]);
    }

    /** Mean of the last five batches; NaN where the loss exploded. */
    public double finalLoss() {
        return isFinite() ? mean(Math.max(0, losses.length - WINDOW), losses.length) : Double.NaN;
    }

    /** A fall of less than 5 % is none, one of half or more is fast; a rise by 40 % of the fall on the way is a jump. */
    public Verdict verdict() {
        if (!isFinite()) {
            return Verdict.EXPLODES;
        }
        double start = losses[0];
        double end = finalLoss();
        double fall = start - end;
        if (Math.abs(fall) < MOVES * start && highest() < (1 + 5 * MOVES) * start) {
            return Verdict.HARDLY_MOVES;
        }
        if (fall < MOVES * start) {
            return Verdict.RISES;
        }
        if (highestRise() > JUMP * fall) {
            return Verdict.JUMPS;
        }
        return fall < WELL * start ? Verdict.FALLS_SLOWLY : Verdict.FALLS;
    }

    private double highest() {
        double highest = 0;
        for (int i = 0; i + WINDOW <= losses.length; i++) {
            highest = Math.max(highest, mean(i, i + WINDOW));
        }
        return highest;
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
