package tadpole.engine.language;

import java.util.Arrays;

/**
 * exp(θ x) for all thetas of a grid at once. Where a theta is the sum of two others its weight is their product, which spares most of
 * the exponentials: of an even row of thetas only the first and the step are computed.
 */
final class ThetaWeights {

    private static final int COMPUTED = -1;
    private static final double SAME = 1e-14;

    /** The step of the first two thetas, then all thetas. */
    private final double[] factors;
    private final int[] first;
    private final int[] second;

    ThetaWeights(double[] thetas) {
        factors = new double[thetas.length + 1];
        factors[0] = thetas.length > 1 ? thetas[1] - thetas[0] : 0;
        System.arraycopy(thetas, 0, factors, 1, thetas.length);
        first = new int[factors.length];
        second = new int[factors.length];
        Arrays.fill(first, COMPUTED);
        for (int place = 1; place < factors.length; place++) {
            pair(place);
        }
    }

    private void pair(int place) {
        for (int one = 0; one < place; one++) {
            for (int other = 0; other <= one; other++) {
                if (factors[one] > 0 && factors[other] > 0 && Math.abs(factors[one] + factors[other] - factors[place]) <= SAME * factors[place]) {
                    first[place] = one;
                    second[place] = other;
                    return;
                }
            }
        }
    }

    /** Room for {@link #fill}: one number more than there are thetas. */
    double[] room() {
        return new double[factors.length];
    }

    /** The weight of the n-th theta goes to place n + 1. */
    void fill(double x, double[] room) {
        for (int place = 0; place < factors.length; place++) {
            room[place] = first[place] == COMPUTED ? factors[place] == 0 ? 1 : Math.exp(factors[place] * x) : room[first[place]] * room[second[place]];
        }
    }
}
