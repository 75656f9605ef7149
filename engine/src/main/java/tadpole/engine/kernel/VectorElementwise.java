package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Functions of single numbers. Loops that the compiler turns into vectors by itself stay plain. */
final class VectorElementwise {
    /** Numbers of one task: below this a second thread costs more than it brings. */
    private static final int PART = 16384;

    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;

    private final Workers workers;

    VectorElementwise(Workers workers) {
        this.workers = workers;
    }

    void relu(float[] x, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> Lanes.addAndBound(x, from, 0, true, y, from, to - from));
    }

    void reluBackward(float[] y, float[] dy, float[] dx, int n) {
        workers.ranges(n, PART, (from, to) -> {
            int i = from;
            for (; i <= to - Lanes.COUNT; i += Lanes.COUNT) {
                load(dy, i).blend(0f, load(y, i).compare(VectorOperators.LE, 0f)).intoArray(dx, i);
            }
            for (; i < to; i++) {
                dx[i] = y[i] <= 0 ? 0 : dy[i];
            }
        });
    }

    void sigmoid(float[] x, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> Exponentials.sigmoid(x, from, y, from, to - from));
    }

    void sigmoidBackward(float[] y, float[] dy, float[] dx, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                dx[i] = dy[i] * y[i] * (1 - y[i]);
            }
        });
    }

    void tanh(float[] x, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> Exponentials.tanh(x, from, y, from, to - from));
    }

    void tanhBackward(float[] y, float[] dy, float[] dx, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                dx[i] = dy[i] * (1 - y[i] * y[i]);
            }
        });
    }

    void axpy(float alpha, float[] x, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] += alpha * x[i];
            }
        });
    }

    void scale(float alpha, float[] x, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                x[i] *= alpha;
            }
        });
    }

    void scale(float[] x, float[] factors, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] = x[i] * factors[i];
            }
        });
    }

    void dropoutMask(long seed, double p, float[] mask, int n) {
        long dropped = (long) Math.ceil(p * 0x1.0p53);
        int kept = Float.floatToRawIntBits((float) (1 / (1 - p)));
        workers.ranges(n, PART, (from, to) -> {
            for (int i = from; i < to; i++) {
                // Below: all bits set. A branch would be guessed wrong as often as not.
                long below = (bits(seed, i) - dropped) >> 63;
                mask[i] = Float.intBitsToFloat(kept & ~(int) below);
            }
        });
    }

    /** The 53 bits of the i-th double of {@link java.util.SplittableRandom}: its generator is a counter whose bits are mixed. */
    private static long bits(long seed, int i) {
        long z = seed + (i + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 11;
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
