package tadpole.engine.language;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The caches that are tried on a text: each theta with each lambda in each window. All ascend.
 *
 * @param full whether a cache acts with a full window only
 */
public record CacheAxes(double[] thetas, double[] lambdas, int[] windows, boolean full) {

    /** The greatest window that is tuned; all its states are compared at once. */
    public static final int REACH = 100_000;

    private static final int FINE = 9;

    /** @throws IllegalArgumentException where there is nothing to try or something that no cache takes */
    public CacheAxes {
        if (thetas.length == 0 || lambdas.length == 0 || windows.length == 0) {
            throw new IllegalArgumentException("Tuning takes at least one theta, lambda and window.");
        }
        if (DoubleStream.of(thetas).anyMatch(theta -> !(theta >= 0 && theta <= 100))) {
            throw new IllegalArgumentException("Theta must lie between 0 and 100, but is one of " + Arrays.toString(thetas) + ".");
        }
        if (DoubleStream.of(lambdas).anyMatch(lambda -> !(lambda >= 0 && lambda <= 1))) {
            throw new IllegalArgumentException("Lambda must lie between 0 and 1, but is one of " + Arrays.toString(lambdas) + ".");
        }
        for (int place = 0; place < windows.length; place++) {
            if (windows[place] < (place == 0 ? 1 : windows[place - 1] + 1) || windows[place] > REACH) {
                throw new IllegalArgumentException("Windows must ascend from 1 on up to " + REACH + ", but are " + Arrays.toString(windows) + ".");
            }
        }
    }

    /** A coarse grid around the settings of the publications. */
    public static CacheAxes coarse(boolean full, int... windows) {
        return new CacheAxes(new double[] {0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3}, new double[] {0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6},
                windows, full);
    }

    /** Between the neighbors of the best of a grid, in its window. */
    public static CacheAxes around(CacheGrid grid) {
        CacheGrid.Best best = grid.best();
        return new CacheAxes(between(grid.axes().thetas, best.theta(), 100), between(grid.axes().lambdas, best.lambda(), 1), new int[] {best.window()}, grid.axes().full);
    }

    /** The greatest window. */
    int reach() {
        return windows[windows.length - 1];
    }

    /** From the value's neighbor below to the one above in even steps; at the end of the axis as far as the step before reached. */
    private static double[] between(double[] axis, double value, double most) {
        int place = Arrays.binarySearch(axis, value);
        double low = place == 0 ? value : axis[place - 1];
        double high = place + 1 < axis.length ? axis[place + 1] : Math.min(most, value + (value - low));
        double step = (high - low) / (FINE - 1);
        return step == 0 ? new double[] {value} : DoubleStream.iterate(low, at -> at + step).limit(FINE).map(at -> Math.clamp(at, 0, most)).toArray();
    }
}
