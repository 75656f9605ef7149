package tadpole.engine.surface;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

/**
 * The path of one of the engine's optimizers down a curve. It ends early where the place leaves all bounds.
 *
 * @param marks the start and the place after each step, in float as the optimizer has it
 */
public record CurveWalk(Curve curve, Spec optimizer, List<Mark> marks, Walk walk) {

    /** A path that is so near a minimum has reached it, in parts of the shown width. */
    private static final double NEAR = 0.01;
    /** A path that is farther outside has left. */
    private static final double OUTSIDE = 10;

    public record Mark(double x, Curve.Here here) {}

    public CurveWalk {
        marks = List.copyOf(marks);
    }

    /** @throws SettingException where there is no such optimizer */
    public static CurveWalk of(Curve curve, Spec optimizer, double start, int steps, Device device) throws SettingException {
        Walk walk = Walk.along(curve.surface(), optimizer, start, steps, device);
        return new CurveWalk(curve, optimizer,
                walk.marks().stream().map(mark -> new Mark(mark.place().x(), curve.at(mark.place().x()))).toList(), walk);
    }

    public double rate() {
        return optimizer.settings().decimal("rate");
    }

    public Mark last() {
        return marks.getLast();
    }

    /** The number of the minimum that it ends at, from the left; empty where it ends at none. */
    public OptionalInt reached() {
        double near = NEAR * (curve.right() - curve.left());
        return IntStream.range(0, curve.minima().size()).filter(i -> Math.abs(last().x() - curve.minima().get(i)) <= near).findFirst();
    }

    /** Whether it flew off. */
    public boolean left() {
        double width = curve.right() - curve.left();
        double x = last().x();
        return !Double.isFinite(x) || !Double.isFinite(last().here().value()) || x < curve.left() - OUTSIDE * width || x > curve.right() + OUTSIDE * width;
    }

    /** @param step from 1 */
    public UpdateRule rule(int step) {
        return UpdateRule.of(walk, step, 0);
    }

    public Reading reading(int step) {
        return walk.reading(step, 0);
    }
}
