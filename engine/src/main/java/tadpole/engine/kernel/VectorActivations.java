package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Activations whose gradient is made of their input. The normal distribution's tail is Abramowitz and Stegun 7.1.26, as in PyTorch's own
 * vectors: P(X &gt; z) = exp(-z^2 / 2) (a1 t + ... + a5 t^5) / 2 with t = 1 / (1 + 0.3275911 z / sqrt 2), within 7.5e-8 for z &gt;= 0.
 */
final class VectorActivations {
    /** Numbers of one task: below this a second thread costs more than it brings. */
    private static final int PART = 16384;
    /** What stays in the first cache between two loops. */
    private static final int STRIP = 1024;

    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;

    private static final float STEEPNESS = (float) (0.3275911 / Math.sqrt(2));
    private static final float A1 = 0.5f * 0.254829592f;
    private static final float A2 = 0.5f * -0.284496736f;
    private static final float A3 = 0.5f * 1.421413741f;
    private static final float A4 = 0.5f * -1.453152027f;
    private static final float A5 = 0.5f * 1.061405429f;
    /** 1 / sqrt(2 pi). */
    private static final float DENSITY = (float) (1 / Math.sqrt(2 * Math.PI));

    private final Workers workers;
    private final Scratch scratch = new Scratch();

    VectorActivations(Workers workers) {
        this.workers = workers;
    }

    /** What is done with {@code n} numbers from place {@code at} on; work begins at {@link Scratch#START} and holds {@code n} numbers. */
    private interface Strip {
        void accept(int at, int n, float[] work);
    }

    private void strips(int count, Strip task) {
        workers.ranges(count, PART, (from, to) -> {
            float[] work = scratch.floats(STRIP);
            for (int at = from; at < to; at += STRIP) {
                task.accept(at, Math.min(STRIP, to - at), work);
            }
        });
    }

    void leakyRelu(float slope, float[] x, float[] y, int n) {
        workers.ranges(n, PART, (from, to) -> scaleBelow(slope, x, x, y, from, to));
    }

    void leakyReluBackward(float slope, float[] x, float[] dy, float[] dx, int n) {
        workers.ranges(n, PART, (from, to) -> scaleBelow(slope, x, dy, dx, from, to));
    }

    /** to = from, times slope where x is not above zero. */
    private static void scaleBelow(float slope, float[] x, float[] source, float[] to, int start, int end) {
        int i = start;
        for (; i <= end - Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector given = load(source, i);
            given.blend(given.mul(slope), load(x, i).compare(VectorOperators.LE, 0f)).intoArray(to, i);
        }
        for (; i < end; i++) {
            to[i] = x[i] <= 0 ? source[i] * slope : source[i];
        }
    }

    void silu(float[] x, float[] y, int count) {
        strips(count, (at, n, work) -> {
            Exponentials.sigmoid(x, at, work, Scratch.START, n);
            for (int i = 0; i < n; i++) {
                y[at + i] = x[at + i] * work[Scratch.START + i];
            }
        });
    }

    void siluBackward(float[] x, float[] dy, float[] dx, int count) {
        strips(count, (at, n, work) -> {
            Exponentials.sigmoid(x, at, work, Scratch.START, n);
            for (int i = 0; i < n; i++) {
                float s = work[Scratch.START + i];
                dx[at + i] = dy[at + i] * (s + x[at + i] * s * (1 - s));
            }
        });
    }

    void geluTanh(float[] x, float[] y, int count) {
        strips(count, (at, n, work) -> {
            gate(x, at, work, n);
            for (int i = 0; i < n; i++) {
                y[at + i] = x[at + i] * work[Scratch.START + i];
            }
        });
    }

    void geluTanhBackward(float[] x, float[] dy, float[] dx, int count) {
        strips(count, (at, n, work) -> {
            gate(x, at, work, n);
            for (int i = 0; i < n; i++) {
                float s = work[Scratch.START + i];
                float given = x[at + i];
                float slope = GeluTanh.INNER + 3 * GeluTanh.CUBIC * given * given;
                dx[at + i] = dy[at + i] * (s + given * s * (1 - s) * slope);
            }
        });
    }

    /** (1 + tanh(u)) / 2 = sigmoid(2u). */
    private static void gate(float[] x, int at, float[] work, int n) {
        for (int i = 0; i < n; i++) {
            float given = x[at + i];
            work[Scratch.START + i] = given * (GeluTanh.INNER + GeluTanh.CUBIC * given * given);
        }
        Exponentials.sigmoid(work, Scratch.START, work, Scratch.START, n);
    }

    void gelu(float[] x, float[] y, int count) {
        strips(count, (at, n, work) -> {
            bell(x, at, work, n);
            int i = 0;
            for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
                FloatVector given = load(x, at + i);
                FloatVector size = given.abs();
                FloatVector t = size.mul(STEEPNESS).add(1f);
                t = FloatVector.broadcast(SPECIES, 1f).div(t);
                FloatVector series = t.mul(A5).add(A4).mul(t).add(A3).mul(t).add(A2).mul(t).add(A1).mul(t);
                FloatVector tail = series.mul(load(work, Scratch.START + i));
                FloatVector cut = given.blend(0f, given.compare(VectorOperators.LT, 0f));
                cut.sub(size.mul(tail)).intoArray(y, at + i);
            }
            for (; i < n; i++) {
                float given = x[at + i];
                y[at + i] = (given < 0 ? 0 : given) - Math.abs(given) * tail(given, work[Scratch.START + i]);
            }
        });
    }

    void geluBackward(float[] x, float[] dy, float[] dx, int count) {
        strips(count, (at, n, work) -> {
            bell(x, at, work, n);
            int i = 0;
            for (; i <= n - Lanes.COUNT; i += Lanes.COUNT) {
                FloatVector given = load(x, at + i);
                FloatVector t = given.abs().mul(STEEPNESS).add(1f);
                t = FloatVector.broadcast(SPECIES, 1f).div(t);
                FloatVector series = t.mul(A5).add(A4).mul(t).add(A3).mul(t).add(A2).mul(t).add(A1).mul(t);
                FloatVector bell = load(work, Scratch.START + i);
                FloatVector tail = series.mul(bell);
                FloatVector below = FloatVector.broadcast(SPECIES, 1f).sub(tail).blend(tail, given.compare(VectorOperators.LT, 0f));
                below.add(given.mul(bell).mul(DENSITY)).mul(load(dy, at + i)).intoArray(dx, at + i);
            }
            for (; i < n; i++) {
                float given = x[at + i];
                float bell = work[Scratch.START + i];
                float tail = tail(given, bell);
                dx[at + i] = ((given < 0 ? tail : 1 - tail) + given * bell * DENSITY) * dy[at + i];
            }
        });
    }

    /** work = exp(-x^2 / 2). */
    private static void bell(float[] x, int at, float[] work, int n) {
        for (int i = 0; i < n; i++) {
            work[Scratch.START + i] = -0.5f * x[at + i] * x[at + i];
        }
        Exponentials.exp(1, 0, work, Scratch.START, work, Scratch.START, n);
    }

    private static float tail(float x, float bell) {
        float t = 1 / (Math.abs(x) * STEEPNESS + 1);
        return ((((t * A5 + A4) * t + A3) * t + A2) * t + A1) * t * bell;
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }
}
