package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Transposes blocks of as many rows and columns as a vector has lanes, in the registers: pairs of rows exchange every second
 * lane, then every second two, four, eight. Two passes of two exchanges each, as the compiler would not take all in one method.
 * For one thread.
 */
final class TransposeBlock {
    private static final int L = Lanes.COUNT;
    private static final VectorShuffle<Float> SWAP_1 = swap(1);
    private static final VectorShuffle<Float> SWAP_2 = swap(2);
    private static final VectorShuffle<Float> SWAP_4 = swap(4);
    private static final VectorShuffle<Float> SWAP_8 = swap(8);
    private static final VectorMask<Float> ODD_1 = odd(0xaaaa);
    private static final VectorMask<Float> ODD_2 = odd(0xcccc);
    private static final VectorMask<Float> ODD_4 = odd(0xf0f0);
    private static final VectorMask<Float> ODD_8 = odd(0xff00);

    private final float[] half = new float[L * L];

    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(Lanes.SPECIES, lane -> (lane ^ distance) % L);
    }

    private static VectorMask<Float> odd(long bits) {
        return VectorMask.fromLong(Lanes.SPECIES, bits & (1L << L) - 1);
    }

    /** Rows after number {@code last} are repetitions of it. */
    void transpose(float[] from, int at, int fromStep, int last, float[] to, int out, int toStep) {
        if (L == 4) {
            near(from, at, fromStep, 0, last, to, out, toStep);
            return;
        }
        for (int row = 0; row < L; row += 4) {
            near(from, at, fromStep, row, last, half, row * L, L);
        }
        for (int row = 0; row < 4; row++) {
            if (L == 8) {
                far8(half, row * L, to, out + row * toStep, toStep);
            } else {
                far16(half, row * L, to, out + row * toStep, toStep);
            }
        }
    }

    private static void near(float[] from, int at, int step, int row, int last, float[] to, int out, int toStep) {
        FloatVector x0 = load(from, at + Math.min(row, last) * step);
        FloatVector x1 = load(from, at + Math.min(row + 1, last) * step);
        FloatVector x2 = load(from, at + Math.min(row + 2, last) * step);
        FloatVector x3 = load(from, at + Math.min(row + 3, last) * step);
        FloatVector y0 = x0.blend(x1.rearrange(SWAP_1), ODD_1);
        FloatVector y1 = x0.rearrange(SWAP_1).blend(x1, ODD_1);
        FloatVector y2 = x2.blend(x3.rearrange(SWAP_1), ODD_1);
        FloatVector y3 = x2.rearrange(SWAP_1).blend(x3, ODD_1);
        y0.blend(y2.rearrange(SWAP_2), ODD_2).intoArray(to, out);
        y1.blend(y3.rearrange(SWAP_2), ODD_2).intoArray(to, out + toStep);
        y0.rearrange(SWAP_2).blend(y2, ODD_2).intoArray(to, out + 2 * toStep);
        y1.rearrange(SWAP_2).blend(y3, ODD_2).intoArray(to, out + 3 * toStep);
    }

    private static void far8(float[] from, int at, float[] to, int out, int toStep) {
        FloatVector x0 = load(from, at);
        FloatVector x1 = load(from, at + 4 * L);
        x0.blend(x1.rearrange(SWAP_4), ODD_4).intoArray(to, out);
        x0.rearrange(SWAP_4).blend(x1, ODD_4).intoArray(to, out + 4 * toStep);
    }

    private static void far16(float[] from, int at, float[] to, int out, int toStep) {
        FloatVector x0 = load(from, at);
        FloatVector x1 = load(from, at + 4 * L);
        FloatVector x2 = load(from, at + 8 * L);
        FloatVector x3 = load(from, at + 12 * L);
        FloatVector y0 = x0.blend(x1.rearrange(SWAP_4), ODD_4);
        FloatVector y1 = x0.rearrange(SWAP_4).blend(x1, ODD_4);
        FloatVector y2 = x2.blend(x3.rearrange(SWAP_4), ODD_4);
        FloatVector y3 = x2.rearrange(SWAP_4).blend(x3, ODD_4);
        y0.blend(y2.rearrange(SWAP_8), ODD_8).intoArray(to, out);
        y1.blend(y3.rearrange(SWAP_8), ODD_8).intoArray(to, out + 4 * toStep);
        y0.rearrange(SWAP_8).blend(y2, ODD_8).intoArray(to, out + 8 * toStep);
        y1.rearrange(SWAP_8).blend(y3, ODD_8).intoArray(to, out + 12 * toStep);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
