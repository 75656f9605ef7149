package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The transforms of Winograd's F(4x4, 3x3) in one direction, on vectors whose lanes are channels (Lavin and Gray, "Fast algorithms
 * for convolutional neural networks", 2015): y = A'[(G g G') * (B' d B)]A. Each reads vectors {@code step} apart and writes vectors
 * {@code toStep} apart; both directions after one another make the whole.
 */
final class WinogradTransform {
    private static final FloatVector TWO = FloatVector.broadcast(Lanes.SPECIES, 2f);
    private static final FloatVector FOUR = FloatVector.broadcast(Lanes.SPECIES, 4f);
    private static final FloatVector EIGHT = FloatVector.broadcast(Lanes.SPECIES, 8f);
    private static final FloatVector MINUS_FOUR = FloatVector.broadcast(Lanes.SPECIES, -4f);
    private static final FloatVector MINUS_FIVE = FloatVector.broadcast(Lanes.SPECIES, -5f);
    private static final FloatVector MINUS_TWO = FloatVector.broadcast(Lanes.SPECIES, -2f);

    private WinogradTransform() {}

    /** B' d: six pixels to six. */
    static void input(float[] from, int at, int step, float[] to, int out, int toStep) {
        FloatVector d0 = load(from, at);
        FloatVector d1 = load(from, at + step);
        FloatVector d2 = load(from, at + 2 * step);
        FloatVector d3 = load(from, at + 3 * step);
        FloatVector d4 = load(from, at + 4 * step);
        FloatVector d5 = load(from, at + 5 * step);
        d2.fma(MINUS_FIVE, d0.fma(FOUR, d4)).intoArray(to, out);
        FloatVector even = d2.fma(MINUS_FOUR, d4);
        FloatVector odd = d1.fma(MINUS_FOUR, d3);
        even.add(odd).intoArray(to, out + toStep);
        even.sub(odd).intoArray(to, out + 2 * toStep);
        FloatVector outer = d4.sub(d2);
        FloatVector inner = d3.sub(d1);
        inner.fma(TWO, outer).intoArray(to, out + 3 * toStep);
        inner.fma(MINUS_TWO, outer).intoArray(to, out + 4 * toStep);
        d3.fma(MINUS_FIVE, d1.fma(FOUR, d5)).intoArray(to, out + 5 * toStep);
    }

    /** A' m: six to four pixels. */
    static void output(float[] from, int at, int step, float[] to, int out, int toStep) {
        FloatVector m1 = load(from, at + step);
        FloatVector m2 = load(from, at + 2 * step);
        FloatVector m3 = load(from, at + 3 * step);
        FloatVector m4 = load(from, at + 4 * step);
        FloatVector near = m1.add(m2);
        FloatVector nearOdd = m1.sub(m2);
        FloatVector far = m3.add(m4);
        FloatVector farOdd = m3.sub(m4);
        load(from, at).add(near).add(far).intoArray(to, out);
        farOdd.fma(TWO, nearOdd).intoArray(to, out + toStep);
        far.fma(FOUR, near).intoArray(to, out + 2 * toStep);
        farOdd.fma(EIGHT, nearOdd).add(load(from, at + 5 * step)).intoArray(to, out + 3 * toStep);
    }

    /** Adds the lanes of the bias to each of some pixels, and raises to the bound what is below it. */
    static void addAndBound(float[] bias, float bound, float[] pixels, int at, int count) {
        FloatVector lanes = load(bias, 0);
        for (int i = at; i < at + count * Lanes.COUNT; i += Lanes.COUNT) {
            FloatVector sum = load(pixels, i).add(lanes);
            sum.blend(bound, sum.compare(VectorOperators.LT, bound)).intoArray(pixels, i);
        }
    }

    /** G g: three weights to six. */
    static void weight(float[] from, int at, int step, float[] to, int out, int toStep) {
        FloatVector g0 = load(from, at);
        FloatVector g1 = load(from, at + step);
        FloatVector g2 = load(from, at + 2 * step);
        g0.mul(0.25f).intoArray(to, out);
        FloatVector even = g0.add(g2).mul(-1f / 6);
        FloatVector odd = g1.mul(-1f / 6);
        even.add(odd).intoArray(to, out + toStep);
        even.sub(odd).intoArray(to, out + 2 * toStep);
        FloatVector outer = g2.fma(FOUR, g0).mul(1f / 24);
        FloatVector inner = g1.mul(1f / 12);
        outer.add(inner).intoArray(to, out + 3 * toStep);
        outer.sub(inner).intoArray(to, out + 4 * toStep);
        g2.intoArray(to, out + 5 * toStep);
    }

    /** A e: four gradients of the output to six. */
    static void gradient(float[] from, int at, int step, float[] to, int out, int toStep) {
        FloatVector e0 = load(from, at);
        FloatVector e1 = load(from, at + step);
        FloatVector e2 = load(from, at + 2 * step);
        FloatVector e3 = load(from, at + 3 * step);
        e0.intoArray(to, out);
        FloatVector even = e0.add(e2);
        FloatVector odd = e1.add(e3);
        even.add(odd).intoArray(to, out + toStep);
        even.sub(odd).intoArray(to, out + 2 * toStep);
        FloatVector outer = e2.fma(FOUR, e0);
        FloatVector inner = e3.fma(EIGHT, e1.add(e1));
        outer.add(inner).intoArray(to, out + 3 * toStep);
        outer.sub(inner).intoArray(to, out + 4 * toStep);
        e3.intoArray(to, out + 5 * toStep);
    }

    /** G' m: six to three gradients of the weights. */
    static void weightGradient(float[] from, int at, int step, float[] to, int out, int toStep) {
        FloatVector m1 = load(from, at + step);
        FloatVector m2 = load(from, at + 2 * step);
        FloatVector m3 = load(from, at + 3 * step);
        FloatVector m4 = load(from, at + 4 * step);
        FloatVector near = m1.add(m2).mul(-1f / 6);
        FloatVector far = m3.add(m4).mul(1f / 24);
        load(from, at).mul(0.25f).add(near).add(far).intoArray(to, out);
        m2.sub(m1).mul(1f / 6).add(m3.sub(m4).mul(1f / 12)).intoArray(to, out + toStep);
        far.fma(FOUR, near).add(load(from, at + 5 * step)).intoArray(to, out + 2 * toStep);
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
