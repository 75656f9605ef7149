package tadpole.app.chart;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * A line whose values one can read off.
 *
 * @param look   its color, as {@link RaceMark} has them; -1 for the text's color
 * @param points the very ones that are drawn, from left to right
 * @param place  an x of its own in words, such as "step 1 310 · epoch 1.40"; asked on the JavaFX thread
 */
public record Trace(String name, int look, Points points, DoubleFunction<String> place) {

    /** Of the point nearest to x; -1 where there is none. */
    int nearest(double x) {
        double[] all = points.x();
        if (all.length == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(all, x);
        int next = Math.min(found < 0 ? -found - 1 : found, all.length - 1);
        return next > 0 && Math.abs(all[next - 1] - x) <= Math.abs(all[next] - x) ? next - 1 : next;
    }
}
