package tadpole.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Pooling with windows of two by two that touch each other: what nearly every network uses. */
final class PairPooling implements Pooling {
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromValues(FOUR, 0, 2, 0, 2);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromValues(FOUR, 1, 3, 1, 3);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(FOUR, 0b1100);
    private static final IntVector PLACES = IntVector.fromArray(IntVector.SPECIES_128, new int[] {0, 2, 4, 6}, 0);
    /** Inputs of one task. */
    private static final int PART = 16384;

    private final PoolingShape shape;
    private final Workers workers;
    private final int planesOfTask;
    private final int inPlane;
    private final int outPlane;

    PairPooling(PoolingShape shape, Workers workers) {
        this.shape = shape;
        this.workers = workers;
        inPlane = shape.height() * shape.width();
        outPlane = shape.outHeight() * shape.outWidth();
        planesOfTask = Math.max(1, PART / inPlane);
    }

    static boolean suits(PoolingShape shape) {
        return shape.window() == 2 && shape.stride() == 2 && shape.padding() == 0;
    }

    @FunctionalInterface
    private interface Row {
        /** One row of outputs: where it begins, and where the upper of its two rows of inputs begins. */
        void at(int upper, int out);
    }

    private void eachRow(Row row) {
        workers.ranges(shape.batch() * shape.channels(), planesOfTask, (from, to) -> {
            for (int plane = from; plane < to; plane++) {
                for (int i = 0; i < shape.outHeight(); i++) {
                    row.at(plane * inPlane + 2 * i * shape.width(), plane * outPlane + i * shape.outWidth());
                }
            }
        });
    }

    @Override
    public void max(float[] x, float[] y, int[] largest) {
        int width = shape.width();
        int count = shape.outWidth();
        eachRow((upper, out) -> {
            maxOfFours(x, upper, width, count - count % 4, y, largest, out);
            for (int j = count - count % 4; j < count; j++) {
                int at = upper + 2 * j;
                int top = larger(x, at, at + 1);
                int bottom = larger(x, at + width, at + width + 1);
                int best = larger(x, top, bottom);
                y[out + j] = x[best];
                largest[out + j] = best;
            }
        });
    }

    /** Four outputs at a time: branches would be guessed wrong half the time, and rows are often too short for more lanes. */
    private static void maxOfFours(float[] x, int upper, int width, int count, float[] y, int[] largest, int out) {
        for (int j = 0; j < count; j += 4) {
            int at = upper + 2 * j;
            FloatVector top0 = FloatVector.fromArray(FOUR, x, at);
            FloatVector top1 = FloatVector.fromArray(FOUR, x, at + 4);
            FloatVector bottom0 = FloatVector.fromArray(FOUR, x, at + width);
            FloatVector bottom1 = FloatVector.fromArray(FOUR, x, at + width + 4);
            FloatVector a = top0.rearrange(EVEN).blend(top1.rearrange(EVEN), UPPER);
            FloatVector b = top0.rearrange(ODD).blend(top1.rearrange(ODD), UPPER);
            FloatVector c = bottom0.rearrange(EVEN).blend(bottom1.rearrange(EVEN), UPPER);
            FloatVector d = bottom0.rearrange(ODD).blend(bottom1.rearrange(ODD), UPPER);
            VectorMask<Float> left = b.compare(VectorOperators.LE, a).or(a.compare(VectorOperators.NE, a));
            VectorMask<Float> leftBelow = d.compare(VectorOperators.LE, c).or(c.compare(VectorOperators.NE, c));
            FloatVector best = b.blend(a, left);
            FloatVector bestBelow = d.blend(c, leftBelow);
            VectorMask<Float> above = bestBelow.compare(VectorOperators.LE, best).or(best.compare(VectorOperators.NE, best));
            bestBelow.blend(best, above).intoArray(y, out + j);
            IntVector first = PLACES.add(at);
            IntVector place = first.add(1).blend(first, left.cast(IntVector.SPECIES_128));
            IntVector placeBelow = first.add(width + 1).blend(first.add(width), leftBelow.cast(IntVector.SPECIES_128));
            placeBelow.blend(place, above.cast(IntVector.SPECIES_128)).intoArray(largest, out + j);
        }
    }

    /** The place of the larger number, the first of equal ones; NaN is the largest, and only NaN differs from itself. */
    private static int larger(float[] x, int first, int second) {
        float a = x[first];
        float b = x[second];
        return b <= a || a != a ? first : second;
    }

    @Override
    public void maxBackward(float[] dy, int[] largest, float[] dx) {
        workers.ranges(shape.batch() * shape.channels(), planesOfTask, (from, to) -> {
            Arrays.fill(dx, from * inPlane, to * inPlane, 0);
            for (int out = from * outPlane; out < to * outPlane; out++) {
                dx[largest[out]] = dy[out];
            }
        });
    }

    @Override
    public void average(float[] x, float[] y) {
        int width = shape.width();
        int count = shape.outWidth();
        eachRow((upper, out) -> {
            for (int j = 0; j < count; j++) {
                int at = upper + 2 * j;
                y[out + j] = (x[at] + x[at + 1] + x[at + width] + x[at + width + 1]) * 0.25f;
            }
        });
    }

    @Override
    public void averageBackward(float[] dy, float[] dx) {
        int width = shape.width();
        int count = shape.outWidth();
        if (width % 2 != 0 || shape.height() % 2 != 0) {
            Arrays.fill(dx, 0, shape.inputSize(), 0);
        }
        eachRow((upper, out) -> {
            for (int j = 0; j < count; j++) {
                int at = upper + 2 * j;
                float quarter = dy[out + j] * 0.25f;
                dx[at] = quarter;
                dx[at + 1] = quarter;
                dx[at + width] = quarter;
                dx[at + width + 1] = quarter;
            }
        });
    }
}
