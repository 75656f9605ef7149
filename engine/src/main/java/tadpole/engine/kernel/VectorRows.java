package tadpole.engine.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels that go row by row through row-major matrices. */
final class VectorRows {
    /** Numbers of one task. */
    private static final int PART = 8192;

    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;

    private final Workers workers;
    private final Scratch sumsOfParts = new Scratch();
    private final Scratch terms = new Scratch();

    VectorRows(Workers workers) {
        this.workers = workers;
    }

    void addBias(Matrix x, float[] bias) {
        workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
            for (int i = from; i < to; i++) {
                int at = x.index(i, 0);
                for (int j = 0; j < x.columns(); j++) {
                    x.data()[at + j] += bias[j];
                }
            }
        });
    }

    void addColumnSums(Matrix x, float[] sums) {
        int columns = x.columns();
        int rows = rowsOfTask(x);
        int parts = Math.ceilDiv(x.rows(), rows);
        float[] partial = sumsOfParts.floats(parts * columns);
        workers.ranges(x.rows(), rows, (from, to) -> {
            int out = Scratch.START + from / rows * columns;
            sumColumns(x, from, to, partial, out);
        });
        for (int part = 0; part < parts; part++) {
            for (int j = 0; j < columns; j++) {
                sums[j] += partial[Scratch.START + part * columns + j];
            }
        }
    }

    private static void sumColumns(Matrix x, int from, int to, float[] sums, int out) {
        int columns = x.columns();
        int j = 0;
        for (; j <= columns - Lanes.COUNT; j += Lanes.COUNT) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int i = from; i < to; i++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, x.data(), x.offset() + i * x.stride() + j));
            }
            sum.intoArray(sums, out + j);
        }
        for (; j < columns; j++) {
            float sum = 0;
            for (int i = from; i < to; i++) {
                sum += x.data()[x.offset() + i * x.stride() + j];
            }
            sums[out + j] = sum;
        }
    }

    void means(Matrix x, float[] means) {
        workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
            for (int i = from; i < to; i++) {
                means[i] = Lanes.sum(x.data(), x.index(i, 0), x.columns()) / x.columns();
            }
        });
    }

    void meansBackward(float[] dmeans, Matrix dx) {
        workers.ranges(dx.rows(), rowsOfTask(dx), (from, to) -> {
            for (int i = from; i < to; i++) {
                int at = dx.index(i, 0);
                Arrays.fill(dx.data(), at, at + dx.columns(), dmeans[i] / dx.columns());
            }
        });
    }

    void softmax(Matrix x, Matrix y) {
        workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
            for (int i = from; i < to; i++) {
                int in = x.index(i, 0);
                int out = y.index(i, 0);
                float max = max(x.data(), in, x.columns());
                Exponentials.exp(1, -max, x.data(), in, y.data(), out, x.columns());
                float scale = 1 / Lanes.sum(y.data(), out, x.columns());
                for (int j = 0; j < x.columns(); j++) {
                    y.data()[out + j] *= scale;
                }
            }
        });
    }

    void softmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        workers.ranges(y.rows(), rowsOfTask(y), (from, to) -> {
            for (int i = from; i < to; i++) {
                int at = y.index(i, 0);
                int in = dy.index(i, 0);
                int out = dx.index(i, 0);
                float sum = dot(dy.data(), in, y.data(), at, y.columns());
                for (int j = 0; j < y.columns(); j++) {
                    dx.data()[out + j] = y.data()[at + j] * (dy.data()[in + j] - sum);
                }
            }
        });
    }

    void logSoftmax(Matrix x, Matrix y) {
        workers.ranges(x.rows(), rowsOfTask(x), (from, to) -> {
            float[] exps = terms.floats(x.columns());
            for (int i = from; i < to; i++) {
                int in = x.index(i, 0);
                int out = y.index(i, 0);
                float max = max(x.data(), in, x.columns());
                Exponentials.exp(1, -max, x.data(), in, exps, Scratch.START, x.columns());
                float logSum = (float) Math.log(Lanes.sum(exps, Scratch.START, x.columns()));
                for (int j = 0; j < x.columns(); j++) {
                    y.data()[out + j] = x.data()[in + j] - max - logSum;
                }
            }
        });
    }

    void logSoftmaxBackward(Matrix y, Matrix dy, Matrix dx) {
        workers.ranges(y.rows(), rowsOfTask(y), (from, to) -> {
            float[] exps = terms.floats(y.columns());
            for (int i = from; i < to; i++) {
                int in = dy.index(i, 0);
                int out = dx.index(i, 0);
                float sum = Lanes.sum(dy.data(), in, y.columns());
                Exponentials.exp(1, 0, y.data(), y.index(i, 0), exps, Scratch.START, y.columns());
                for (int j = 0; j < y.columns(); j++) {
                    dx.data()[out + j] = dy.data()[in + j] - exps[Scratch.START + j] * sum;
                }
            }
        });
    }

    private static int rowsOfTask(Matrix x) {
        return Math.max(1, PART / Math.max(1, x.columns()));
    }

    private static float max(float[] x, int at, int n) {
        FloatVector lanes = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            lanes = lanes.max(FloatVector.fromArray(SPECIES, x, at + i));
        }
        float max = n < Lanes.COUNT ? Float.NEGATIVE_INFINITY : lanes.reduceLanes(VectorOperators.MAX);
        for (; i < n; i++) {
            max = Math.max(max, x[at + i]);
        }
        return max;
    }

    private static float dot(float[] x, int at, float[] y, int other, int n) {
        FloatVector lanes = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
            lanes = FloatVector.fromArray(SPECIES, x, at + i).fma(FloatVector.fromArray(SPECIES, y, other + i), lanes);
        }
        float rest = 0;
        for (; i < n; i++) {
            rest += x[at + i] * y[other + i];
        }
        return Lanes.sum(lanes) + rest;
    }
}
