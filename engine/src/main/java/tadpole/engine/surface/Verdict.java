package tadpole.engine.surface;

import java.util.OptionalInt;
import tadpole.engine.surface.Curve.Here;

/**
 * What became of a path, in words.
 *
 * @param word     one or two: "oscillates"
 * @param sentence with the numbers that decide it
 */
public record Verdict(String word, String sentence) {

    private static final double STILL = 1e-3;

    public static Verdict of(WalkPlan plan, CurveWalk walk) {
        if (plan.hasFactor()) {
            RateOnParabola rate = RateOnParabola.of(walk.rate(), walk.curve().at(0).curvature());
            return new Verdict(rate.fate().words(), rate.sentence());
        }
        Here end = walk.last().here();
        if (walk.left()) {
            return new Verdict("explodes", "explodes: it has left the picture for good after %d steps".formatted(walk.marks().size() - 1));
        }
        OptionalInt minimum = walk.reached();
        if (minimum.isPresent()) {
            String where = UpdateRule.four(walk.curve().minima().get(minimum.getAsInt()));
            return new Verdict("reaches " + where, "reaches the minimum at %s: after %d steps at %s, loss %s".formatted(
                    where, walk.marks().size() - 1, UpdateRule.four(walk.last().x()), UpdateRule.four(end.value())));
        }
        boolean turning = walk.marks().size() > 2 && isTurning(walk);
        double lastStep = walk.marks().size() > 1 ? Math.abs(walk.last().x() - walk.marks().get(walk.marks().size() - 2).x()) : 0;
        String word = turning ? "swings" : lastStep < STILL * (walk.curve().right() - walk.curve().left()) ? "creeps" : "on its way";
        return new Verdict(word, "%s: after %d steps at %s, loss %s, the last step %s long".formatted(
                word.startsWith("on") ? "is " + word : word, walk.marks().size() - 1, UpdateRule.four(walk.last().x()), UpdateRule.four(end.value()), UpdateRule.four(lastStep)));
    }

    private static boolean isTurning(CurveWalk walk) {
        int n = walk.marks().size();
        double last = walk.marks().get(n - 1).x() - walk.marks().get(n - 2).x();
        double before = walk.marks().get(n - 2).x() - walk.marks().get(n - 3).x();
        return last * before < 0;
    }
}
