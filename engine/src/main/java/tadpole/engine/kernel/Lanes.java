package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector width of this machine, and a few things that many kernels do. What takes or gives a vector is kept tiny: the compiler
 * must inline it, or every vector becomes an object.
 */
final class Lanes {
    /** Chosen once; the system property {@code tadpole.vectorBits} forces 128, 256 or 512 bits. */
    static final VectorSpecies<Float> SPECIES =
            species(Integer.getInteger("tadpole.vectorBits", FloatVector.SPECIES_PREFERRED.vectorBitSize()));

    static final int COUNT = SPECIES.length();

    private static final VectorShuffle<Float> EIGHT_ON = VectorShuffle.fromOp(SPECIES, lane -> (lane + 8) % COUNT);
    private static final VectorShuffle<Float> FOUR_ON = VectorShuffle.fromOp(SPECIES, lane -> (lane + 4) % COUNT);
    private static final VectorShuffle<Float> TWO_ON = VectorShuffle.fromOp(SPECIES, lane -> (lane + 2) % COUNT);

    private Lanes() {}

    private static VectorSpecies<Float> species(int bits) {
        return switch (bits) {
            case 512 -> FloatVector.SPECIES_512;
            case 256 -> FloatVector.SPECIES_256;
            case 128 -> FloatVector.SPECIES_128;
            default -> bits > 512 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_128;
        };
    }

    /** to = from + amount, cut at zero when {@code relu}, NaN kept; from and to may be the same. */
    static void addAndBound(float[] from, int at, float amount, boolean relu, float[] to, int out, int n) {
        float bound = relu ? 0 : Float.NEGATIVE_INFINITY;
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            FloatVector sum = FloatVector.fromArray(SPECIES, from, at + i).add(amount);
            sum.blend(bound, sum.compare(VectorOperators.LT, bound)).intoArray(to, out + i);
        }
        for (; i < n; i++) {
            float sum = from[at + i] + amount;
            to[out + i] = sum < bound ? bound : sum;
        }
    }

    /** The sum of n numbers, lane by lane. */
    static float sum(float[] x, int at, int n) {
        FloatVector lanes = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= n - COUNT; i += COUNT) {
            lanes = lanes.add(FloatVector.fromArray(SPECIES, x, at + i));
        }
        float rest = 0;
        for (; i < n; i++) {
            rest += x[at + i];
        }
        return sum(lanes) + rest;
    }

    /** The sum of all lanes in a fixed order; {@code reduceLanes} may take any. */
    static float sum(FloatVector x) {
        FloatVector sum = x;
        if (COUNT > 8) {
            sum = sum.add(sum.rearrange(EIGHT_ON));
        }
        if (COUNT > 4) {
            sum = sum.add(sum.rearrange(FOUR_ON));
        }
        sum = sum.add(sum.rearrange(TWO_ON));
        return sum.lane(0) + sum.lane(1);
    }
}
