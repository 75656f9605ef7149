package tadpole.engine.training;

import java.util.Arrays;

/**
 * The losses of one run while it goes on: every n-th for a chart, and the mean of the last for the ranking. Smoothed is
 * v / (1 - βⁿ) with v = β v + (1 - β) loss.
 */
public final class RaceTrace {

    private static final int MOST = 1000;

    private final int every;
    private final int steps;
    private final double beta;
    private final int[] step;
    private final double[] raw;
    private final double[] smoothed;
    private final double[] last;
    private int points;
    private int seen;
    private double value;
    private double weight;

    RaceTrace(int steps, double beta, int last) {
        this.every = Math.ceilDiv(steps, MOST);
        this.steps = steps;
        this.beta = beta;
        int most = steps / every + 1;
        this.step = new int[most];
        this.raw = new double[most];
        this.smoothed = new double[most];
        this.last = new double[last];
    }

    /** For a plan, empty. */
    public static RaceTrace of(RacePlan plan) {
        return new RaceTrace(plan.steps(), plan.smoothing(), plan.last());
    }

    public void add(double loss) {
        last[seen % last.length] = loss;
        seen++;
        value = beta * value + (1 - beta) * loss;
        weight = beta * weight + (1 - beta);
        if (seen % every == 0 || seen == steps) {
            step[points] = seen;
            raw[points] = loss;
            smoothed[points] = value / weight;
            points++;
        }
    }

    /** How many losses came so far. */
    public int seen() {
        return seen;
    }

    /** How many points are kept. */
    public int points() {
        return points;
    }

    public int step(int point) {
        return step[point];
    }

    public double raw(int point) {
        return raw[point];
    }

    public double smoothed(int point) {
        return smoothed[point];
    }

    /** Mean over the last steps of the race; of fewer where fewer came. */
    public double finalLoss() {
        return Arrays.stream(last, 0, Math.min(seen, last.length)).average().orElse(Double.NaN);
    }
}
