package tadpole.engine.training;

import java.util.List;

/**
 * What a learning-rate finder found.
 *
 * @param planned how many steps the plan has; fewer were made where the loss exploded
 * @param before  checksum of weights, buffers and optimizer state before the first step
 * @param after   the same after all was put back
 * @param seconds pauses left out
 * @param ending  why it ended, in one sentence
 */
public record Sweep(SweepPlan plan, List<SweepStep> steps, int planned, String before, String after, double seconds, String ending) {

    public Sweep {
        steps = List.copyOf(steps);
    }

    /** Whether the network and its optimizer are what they were. */
    public boolean isRestored() {
        return before.equals(after);
    }

    /** The steps that are drawn. */
    public List<SweepStep> drawn() {
        return drawn(plan, steps, true);
    }

    /** @param ended while it goes on, nobody knows which are the last */
    public static List<SweepStep> drawn(SweepPlan plan, List<SweepStep> steps, boolean ended) {
        int to = ended ? Math.max(0, steps.size() - plan.skipLast()) : steps.size();
        return steps.subList(Math.min(plan.skipFirst(), to), to);
    }

    /**
     * What the four rules say, from the smoothed losses; none where there are too few points. As fastai does, the first tenth of
     * the plan is left out with what is not drawn.
     */
    public List<Suggestion> suggestions() {
        int to = Math.max(0, steps.size() - plan.skipLast());
        int from = Math.min(to, Math.max(plan.skipFirst(), planned / 10));
        List<SweepStep> points = steps.subList(from, to);
        return RateRules.all(points.stream().mapToDouble(SweepStep::rate).toArray(), points.stream().mapToDouble(SweepStep::smoothed).toArray());
    }
}
