package tadpole.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/**
 * Pooling with windows of any size, stride and padding, a row of outputs at a time: first down the columns of the input, then
 * along the row. Before that the columns are sorted by their remainder by the stride, so that neighbors in the output read
 * neighbors.
 */
final class WindowPooling implements Pooling {
    private static final int L = Lanes.COUNT;
    /** Inputs and places of windows of one task. */
    private static final int PART = 32768;
    /** Farther than any place of a plane: that of the padding. Places are counted in floats, which are exact up to here. */
    private static final int FAR = 1 << 24;

    private static final FloatVector LANES = FloatVector.zero(Lanes.SPECIES).addIndex(1);
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(Lanes.SPECIES, lane -> 2 * lane % L);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(Lanes.SPECIES, lane -> 2 * lane % L + 1);
    private static final VectorMask<Float> UPPER = VectorMask.fromLong(Lanes.SPECIES, -1L << L / 2);
    private static final VectorShuffle<Float> LOWER_TWICE = VectorShuffle.fromOp(Lanes.SPECIES, lane -> lane / 2);
    private static final VectorShuffle<Float> UPPER_TWICE = VectorShuffle.fromOp(Lanes.SPECIES, lane -> (lane + L) / 2);
    private static final VectorMask<Float> SECOND = VectorMask.fromLong(Lanes.SPECIES, 0xAAAA_AAAA_AAAA_AAAAL);

    private final PoolingShape shape;
    private final Workers workers;
    private final Scratch scratch;
    private final int inPlane;
    private final int outPlane;
    private final int columns;
    private final int room;
    private final int phase;
    private final int sorted;
    private final int outRow;
    private final int planesOfTask;

    WindowPooling(PoolingShape shape, Workers workers, Scratch scratch) {
        this.shape = shape;
        this.workers = workers;
        this.scratch = scratch;
        inPlane = shape.height() * shape.width();
        outPlane = shape.outHeight() * shape.outWidth();
        columns = shape.width() + 2 * shape.padding();
        room = columns + 2 * L;
        outRow = shape.outWidth() + L;
        phase = Math.max(Math.ceilDiv(columns, shape.stride()), (shape.window() - 1) / shape.stride() + shape.outWidth()) + L;
        sorted = Math.min(shape.stride(), shape.window()) * phase;
        planesOfTask = Math.max(1, PART / (inPlane + outPlane * shape.window()));
    }

    /** A single output a row has no neighbors. */
    static boolean suits(PoolingShape shape) {
        return shape.outWidth() > 1 && (long) shape.height() * shape.width() < FAR;
    }

    @FunctionalInterface
    private interface Planes {
        void at(int from, int to, float[] memory);
    }

    private void eachTask(int size, Planes planes) {
        workers.ranges(shape.batch() * shape.channels(), planesOfTask, (from, to) -> planes.at(from, to, scratch.floats(size)));
    }

    private int top(int row) {
        return Math.max(0, row * shape.stride() - shape.padding());
    }

    private int bottom(int row) {
        return Math.min(shape.height(), row * shape.stride() - shape.padding() + shape.window());
    }

    @Override
    public void max(float[] x, float[] y, int[] largest) {
        eachTask(2 * (room + sorted + outRow), (from, to, memory) -> {
            int values = Scratch.START;
            int places = values + room;
            int out = places + room + 2 * sorted;
            for (int plane = from; plane < to; plane++) {
                for (int row = 0; row < shape.outHeight(); row++) {
                    downTheColumns(x, plane * inPlane, row, memory, values, places);
                    pad(memory, values, Float.NEGATIVE_INFINITY);
                    pad(memory, places, FAR);
                    int sortedValues = sort(memory, values, places + room);
                    int sortedPlaces = sort(memory, places, places + room + sorted);
                    alongTheRow(memory, sortedValues, sortedPlaces, out);
                    int at = plane * outPlane + row * shape.outWidth();
                    System.arraycopy(memory, out, y, at, shape.outWidth());
                    for (int j = 0; j < shape.outWidth(); j++) {
                        largest[at + j] = plane * inPlane + (int) memory[out + outRow + j];
                    }
                }
            }
        });
    }

    /** The largest number of each column within the rows of the windows, and where in its plane it stands. */
    private void downTheColumns(float[] x, int plane, int row, float[] memory, int values, int places) {
        int width = shape.width();
        int first = top(row);
        int end = bottom(row);
        int j = 0;
        for (; j < width && plane + (end - 1) * width + j + L <= x.length; j += L) {
            FloatVector best = load(x, plane + first * width + j);
            FloatVector place = FloatVector.broadcast(Lanes.SPECIES, first * width + j);
            for (int i = first + 1; i < end; i++) {
                FloatVector next = load(x, plane + i * width + j);
                VectorMask<Float> better = next.compare(VectorOperators.LE, best).not().and(best.compare(VectorOperators.EQ, best));
                best = best.blend(next, better);
                place = place.blend((float) (i * width + j), better);
            }
            best.intoArray(memory, values + shape.padding() + j);
            place.add(LANES).intoArray(memory, places + shape.padding() + j);
        }
        for (; j < width; j++) {
            int best = first * width + j;
            for (int i = first + 1; i < end; i++) {
                best = x[plane + i * width + j] <= x[plane + best] || x[plane + best] != x[plane + best] ? best : i * width + j;
            }
            memory[values + shape.padding() + j] = x[plane + best];
            memory[places + shape.padding() + j] = best;
        }
    }

    private void pad(float[] memory, int at, float with) {
        Arrays.fill(memory, at, at + shape.padding(), with);
        Arrays.fill(memory, at + shape.padding() + shape.width(), at + columns, with);
    }

    /** Where the columns stand sorted: those of the same remainder side by side, {@code phase} numbers for each remainder. */
    private int sort(float[] memory, int from, int to) {
        int stride = shape.stride();
        if (stride == 1) {
            return from;
        }
        if (stride == 2 && shape.window() > 1) {
            for (int pair = 0; 2 * pair < columns; pair += L) {
                FloatVector left = load(memory, from + 2 * pair);
                FloatVector right = load(memory, from + 2 * pair + L);
                left.rearrange(EVEN).blend(right.rearrange(EVEN), UPPER).intoArray(memory, to + pair);
                left.rearrange(ODD).blend(right.rearrange(ODD), UPPER).intoArray(memory, to + phase + pair);
            }
            return to;
        }
        for (int remainder = 0; remainder < Math.min(stride, shape.window()); remainder++) {
            int out = to + remainder * phase;
            for (int column = remainder; column < columns; column += stride) {
                memory[out++] = memory[from + column];
            }
        }
        return to;
    }

    /** Where the numbers begin that a place of the window sees, for all outputs of a row. */
    private int seen(int sortedAt, int place) {
        return sortedAt + place % shape.stride() * phase + place / shape.stride();
    }

    /** The largest of each window, of equal ones that with the smallest place; NaN is larger than all. */
    private void alongTheRow(float[] memory, int values, int places, int out) {
        for (int j = 0; j < shape.outWidth(); j += L) {
            FloatVector best = load(memory, values + j);
            FloatVector place = load(memory, places + j);
            for (int n = 1; n < shape.window(); n++) {
                FloatVector next = load(memory, seen(values, n) + j);
                FloatVector nextPlace = load(memory, seen(places, n) + j);
                VectorMask<Float> number = best.compare(VectorOperators.EQ, best);
                VectorMask<Float> larger = next.compare(VectorOperators.LE, best).not().and(number);
                VectorMask<Float> smaller = next.compare(VectorOperators.LT, best).or(number.not().and(next.compare(VectorOperators.EQ, next)));
                VectorMask<Float> better = nextPlace.compare(VectorOperators.LT, place).and(smaller.not()).or(larger);
                best = best.blend(next, better);
                place = place.blend(nextPlace, better);
            }
            best.intoArray(memory, out + j);
            place.intoArray(memory, out + outRow + j);
        }
    }

    @Override
    public void maxBackward(float[] dy, int[] largest, float[] dx) {
        workers.ranges(shape.batch() * shape.channels(), planesOfTask, (from, to) -> {
            Arrays.fill(dx, from * inPlane, to * inPlane, 0);
            for (int out = from * outPlane; out < to * outPlane; out++) {
                dx[largest[out]] += dy[out];
            }
        });
    }

    @Override
    public void average(float[] x, float[] y) {
        float share = 1f / (shape.window() * shape.window());
        eachTask(room + sorted + outRow, (from, to, memory) -> {
            int sums = Scratch.START;
            int out = sums + room + sorted;
            for (int plane = from; plane < to; plane++) {
                for (int row = 0; row < shape.outHeight(); row++) {
                    sumColumns(x, plane * inPlane, row, memory, sums);
                    pad(memory, sums, 0);
                    int sortedSums = sort(memory, sums, sums + room);
                    for (int j = 0; j < shape.outWidth(); j += L) {
                        FloatVector sum = load(memory, sortedSums + j);
                        for (int n = 1; n < shape.window(); n++) {
                            sum = sum.add(load(memory, seen(sortedSums, n) + j));
                        }
                        sum.mul(share).intoArray(memory, out + j);
                    }
                    System.arraycopy(memory, out, y, plane * outPlane + row * shape.outWidth(), shape.outWidth());
                }
            }
        });
    }

    private void sumColumns(float[] x, int plane, int row, float[] memory, int sums) {
        int width = shape.width();
        int end = bottom(row);
        int j = 0;
        for (; j < width && plane + (end - 1) * width + j + L <= x.length; j += L) {
            FloatVector sum = FloatVector.zero(Lanes.SPECIES);
            for (int i = top(row); i < end; i++) {
                sum = sum.add(load(x, plane + i * width + j));
            }
            sum.intoArray(memory, sums + shape.padding() + j);
        }
        for (; j < width; j++) {
            float sum = 0;
            for (int i = top(row); i < end; i++) {
                sum += x[plane + i * width + j];
            }
            memory[sums + shape.padding() + j] = sum;
        }
    }

    @Override
    public void averageBackward(float[] dy, float[] dx) {
        eachTask(outRow + sorted + room, (from, to, memory) -> {
            int gradients = Scratch.START;
            int spread = gradients + outRow;
            int unsorted = spread + sorted;
            Arrays.fill(memory, gradients, spread, 0);
            Arrays.fill(memory, unsorted, unsorted + room, 0);
            Arrays.fill(dx, from * inPlane, to * inPlane, 0);
            for (int plane = from; plane < to; plane++) {
                for (int row = 0; row < shape.outHeight(); row++) {
                    System.arraycopy(dy, plane * outPlane + row * shape.outWidth(), memory, gradients, shape.outWidth());
                    spread(memory, gradients, spread);
                    int columnsAt = unsort(memory, spread, unsorted) + shape.padding();
                    for (int i = top(row); i < bottom(row); i++) {
                        add(memory, columnsAt, dx, plane * inPlane + i * shape.width());
                    }
                }
            }
        });
    }

    /** Adds each window's share to the sorted columns that it sees. */
    private void spread(float[] memory, int gradients, int to) {
        float share = 1f / (shape.window() * shape.window());
        Arrays.fill(memory, to, to + sorted, 0);
        for (int j = 0; j < shape.outWidth(); j += L) {
            FloatVector each = load(memory, gradients + j).mul(share);
            for (int n = 0; n < shape.window(); n++) {
                int at = seen(to, n) + j;
                load(memory, at).add(each).intoArray(memory, at);
            }
        }
    }

    private int unsort(float[] memory, int from, int to) {
        int stride = shape.stride();
        if (stride == 1) {
            return from;
        }
        if (stride == 2 && shape.window() > 1) {
            for (int pair = 0; 2 * pair < columns; pair += L) {
                FloatVector even = load(memory, from + pair);
                FloatVector odd = load(memory, from + phase + pair);
                even.rearrange(LOWER_TWICE).blend(odd.rearrange(LOWER_TWICE), SECOND).intoArray(memory, to + 2 * pair);
                even.rearrange(UPPER_TWICE).blend(odd.rearrange(UPPER_TWICE), SECOND).intoArray(memory, to + 2 * pair + L);
            }
            return to;
        }
        for (int remainder = 0; remainder < Math.min(stride, shape.window()); remainder++) {
            int at = from + remainder * phase;
            for (int column = remainder; column < columns; column += stride) {
                memory[to + column] = memory[at++];
            }
        }
        return to;
    }

    private void add(float[] memory, int from, float[] dx, int to) {
        int j = 0;
        for (; j <= shape.width() - L; j += L) {
            load(dx, to + j).add(load(memory, from + j)).intoArray(dx, to + j);
        }
        for (; j < shape.width(); j++) {
            dx[to + j] += memory[from + j];
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
