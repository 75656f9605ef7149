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

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
