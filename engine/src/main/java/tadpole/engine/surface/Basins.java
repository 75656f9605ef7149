package tadpole.engine.surface;

import java.util.stream.IntStream;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

/**
 * Which minimum each start ends at.
 *
 * @param starts  evenly over what is shown of the curve
 * @param reached the number of the minimum, from the left; -1 where it ends at none, such as one that flew off
 */
public record Basins(Curve curve, double[] starts, int[] reached) {

    /** Steps each start gets: enough for every rate that does not creep. */
    private static final int STEPS = 300;

    public Basins {
        starts = starts.clone();
        reached = reached.clone();
    }

    /** @param count of starts, at least 2 */
    public static Basins of(Curve curve, Spec optimizer, int count, Device device) throws SettingException {
        double[] starts = IntStream.range(0, count).mapToDouble(i -> curve.left() + (curve.right() - curve.left()) * i / (count - 1)).toArray();
        int[] reached = new int[count];
        for (int i = 0; i < count; i++) {
            reached[i] = CurveWalk.of(curve, optimizer, starts[i], STEPS, device).reached().orElse(-1);
        }
        return new Basins(curve, starts, reached);
    }

    @Override
    public double[] starts() {
        return starts.clone();
    }

    @Override
    public int[] reached() {
        return reached.clone();
    }
}
