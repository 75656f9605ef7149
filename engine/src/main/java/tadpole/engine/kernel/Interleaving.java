package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Takes the numbers at even and at odd places apart, and puts them together again. */
final class Interleaving {
    private static final int L = Lanes.COUNT;
    private static final VectorShuffle<Float> EVENS = VectorShuffle.fromOp(Lanes.SPECIES, lane -> 2 * lane % L);
    private static final VectorShuffle<Float> ODDS = VectorShuffle.fromOp(Lanes.SPECIES, lane -> (2 * lane + 1) % L);
    private static final VectorShuffle<Float> LOWER = VectorShuffle.fromOp(Lanes.SPECIES, lane -> lane / 2);
    private static final VectorShuffle<Float> UPPER = VectorShuffle.fromOp(Lanes.SPECIES, lane -> L / 2 + lane / 2);
    private static final VectorMask<Float> UPPER_HALF = VectorMask.fromLong(Lanes.SPECIES, (1L << L) - (1L << L / 2));
    private static final VectorMask<Float> ODD = VectorMask.fromLong(Lanes.SPECIES, 0xaaaaL & (1L << L) - 1);

    private Interleaving() {}

    /** to[evens + i] = x[at + 2 i], to[odds + i] = x[at + 2 i + 1] for all numbers of n. */
    static void split(float[] x, int at, int n, float[] to, int evens, int odds) {
        int i = 0;
        for (; i <= n - 2 * L; i += 2 * L) {
            FloatVector a = FloatVector.fromArray(Lanes.SPECIES, x, at + i);
            FloatVector b = FloatVector.fromArray(Lanes.SPECIES, x, at + i + L);
            a.rearrange(EVENS).blend(b.rearrange(EVENS), UPPER_HALF).intoArray(to, evens + i / 2);
            a.rearrange(ODDS).blend(b.rearrange(ODDS), UPPER_HALF).intoArray(to, odds + i / 2);
        }
        for (; i < n; i++) {
            to[(i % 2 == 0 ? evens : odds) + i / 2] = x[at + i];
        }
    }

    /** y[at + 2 i] = from[evens + i], y[at + 2 i + 1] = from[odds + i] for all numbers of n. */
    static void merge(float[] from, int evens, int odds, float[] y, int at, int n) {
        int i = 0;
        for (; i <= n - 2 * L; i += 2 * L) {
            FloatVector a = FloatVector.fromArray(Lanes.SPECIES, from, evens + i / 2);
            FloatVector b = FloatVector.fromArray(Lanes.SPECIES, from, odds + i / 2);
            a.rearrange(LOWER).blend(b.rearrange(LOWER), ODD).intoArray(y, at + i);
            a.rearrange(UPPER).blend(b.rearrange(UPPER), ODD).intoArray(y, at + i + L);
        }
        for (; i < n; i++) {
            y[at + i] = from[(i % 2 == 0 ? evens : odds) + i / 2];
        }
    }
}
