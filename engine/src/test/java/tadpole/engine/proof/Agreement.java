package tadpole.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.DoubleTensor;

/** How near two ways to the same numbers must come. */
public final class Agreement {

    private static final double FLOAT = 1e-5;
    private static final double DIFFERENCES = 1e-7;

    private Agreement() {}

    /** Float against its twin: the largest difference over the largest number. */
    public static void assertAgrees(String what, Tensor fast, DoubleTensor twin) {
        assertAgrees(what, fast, twin, Double.MIN_NORMAL);
    }

    /** @param scale what the largest number counts as at least: sums of numbers around 1 are rounded so, even near 0 */
    public static void assertAgrees(String what, Tensor fast, DoubleTensor twin, double scale) {
        assertThat(fast.shape()).as(what).isEqualTo(twin.shape());
        double largest = scale;
        double apart = 0;
        for (int i = 0; i < twin.size(); i++) {
            assertThat(fast.data()[i]).as("%s[%d]", what, i).isFinite();
            largest = Math.max(largest, Math.abs(twin.at(i)));
            apart = Math.max(apart, Math.abs(fast.data()[i] - twin.at(i)));
        }
        assertThat(apart / largest).as(what + ", float against twin").isLessThan(FLOAT);
    }

    /** Analytic against numeric: |a - n| / (|a| + |n|) of every number; both zero passes. */
    public static void assertMatches(String what, DoubleTensor analytic, FiniteDifferences numeric) {
        assertThat(analytic.shape()).as(what).isEqualTo(numeric.gradient().shape());
        assertThat(worst(analytic, numeric)).as(what + ", against finite differences").isLessThan(DIFFERENCES);
    }

    private static double worst(DoubleTensor analytic, FiniteDifferences numeric) {
        double worst = 0;
        for (int i = 0; i < analytic.size(); i += numeric.every()) {
            double a = analytic.at(i);
            double n = numeric.gradient().at(i);
            double apart = Math.abs(a - n) - numeric.rounding();
            worst = Math.max(worst, apart <= 0 ? 0 : apart / (Math.abs(a) + Math.abs(n)));
        }
        return worst;
    }
}
