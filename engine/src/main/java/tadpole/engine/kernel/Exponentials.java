package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential and its kin, within a few units in the last place. The library's round differently when interpreted and when
 * compiled; these are sums and products only, exact in the same way wherever they run. Each is one loop without calls: were a part
 * of it not inlined, every vector would become an object. What a vector does not fill is computed one by one, by the same steps.
 */
final class Exponentials {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    private static final float LOG2_E = 1.442695041f;
    /** ln 2 = -({@code MINUS_LN2_HIGH} + {@code MINUS_LN2_LOW}); the first has so few digits that its multiples are exact. */
    private static final float MINUS_LN2_HIGH = -0.693359375f;
    private static final float MINUS_LN2_LOW = 2.12194440e-4f;
    /** Adding 1.5 * 2^23 leaves the rounded whole number in the lowest bits of a float. */
    private static final float ROUND = 12582912f;
    private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
    /** The series of (exp(r) - 1 - r) / r^2 for |r| at most ln(2) / 2; what is left out of exp(r) is below 6e-9. */
    private static final float TERM_2 = 1f / 2;
    private static final float TERM_3 = 1f / 6;
    private static final float TERM_4 = 1f / 24;
    private static final float TERM_5 = 1f / 120;
    private static final float TERM_6 = 1f / 720;
    private static final float TERM_7 = 1f / 5040;

    private static final FloatVector HIGH = FloatVector.broadcast(SPECIES, MINUS_LN2_HIGH);
    private static final FloatVector LOW = FloatVector.broadcast(SPECIES, MINUS_LN2_LOW);
    private static final FloatVector TERMS_2 = FloatVector.broadcast(SPECIES, TERM_2);
    private static final FloatVector TERMS_3 = FloatVector.broadcast(SPECIES, TERM_3);
    private static final FloatVector TERMS_4 = FloatVector.broadcast(SPECIES, TERM_4);
    private static final FloatVector TERMS_5 = FloatVector.broadcast(SPECIES, TERM_5);
    private static final FloatVector TERMS_6 = FloatVector.broadcast(SPECIES, TERM_6);
    private static final FloatVector TERMS_7 = FloatVector.broadcast(SPECIES, TERM_7);
    private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1f);

    private Exponentials() {}

    /** y = exp(sign x + shift); x and y may be the same. */
    static void exp(float sign, float shift, float[] x, int at, float[] y, int out, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector given = FloatVector.fromArray(SPECIES, x, at + i).mul(sign).add(shift);
            FloatVector low = given.blend(-104f, given.compare(VectorOperators.LT, -104f));
            FloatVector bounded = low.blend(89f, low.compare(VectorOperators.GT, 89f));
            FloatVector rounded = bounded.mul(LOG2_E).add(ROUND);
            FloatVector whole = rounded.sub(ROUND);
            FloatVector r = whole.fma(LOW, whole.fma(HIGH, bounded));
            FloatVector series = TERMS_7.fma(r, TERMS_6).fma(r, TERMS_5).fma(r, TERMS_4).fma(r, TERMS_3).fma(r, TERMS_2);
            FloatVector power = series.mul(r).fma(r, r).add(ONE);
            // times 2^n in two steps, as 2^n alone may be too large or too small for a float
            IntVector exponent = rounded.reinterpretAsInts().sub(ROUND_BITS);
            IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
            FloatVector first = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector second = exponent.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            power.mul(first).mul(second).intoArray(y, out + i);
        }
        for (; i < n; i++) {
            y[out + i] = exp(x[at + i] * sign + shift);
        }
    }

    private static float exp(float x) {
        float bounded = x < -104 ? -104 : x > 89 ? 89 : x;
        float rounded = bounded * LOG2_E + ROUND;
        int exponent = Float.floatToRawIntBits(rounded) - ROUND_BITS;
        int half = exponent >> 1;
        float power = expMinusOne(bounded, rounded - ROUND) + 1;
        return power * Float.intBitsToFloat(half + 127 << 23) * Float.intBitsToFloat(exponent - half + 127 << 23);
    }

    /** exp(x - whole ln 2) - 1. */
    private static float expMinusOne(float x, float whole) {
        float r = Math.fma(whole, MINUS_LN2_LOW, Math.fma(whole, MINUS_LN2_HIGH, x));
        float series = Math.fma(Math.fma(TERM_7, r, TERM_6), r, TERM_5);
        series = Math.fma(Math.fma(Math.fma(series, r, TERM_4), r, TERM_3), r, TERM_2);
        return Math.fma(series * r, r, r);
    }

    /** y = 1 / (1 + exp(-x)), not below 1e-38; x and y may be the same. */
    static void sigmoid(float[] x, int at, float[] y, int out, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector given = FloatVector.fromArray(SPECIES, x, at + i);
            FloatVector low = given.blend(-87f, given.compare(VectorOperators.LT, -87f));
            FloatVector minus = low.blend(87f, low.compare(VectorOperators.GT, 87f)).mul(-1f);
            FloatVector rounded = minus.mul(LOG2_E).add(ROUND);
            FloatVector whole = rounded.sub(ROUND);
            FloatVector r = whole.fma(LOW, whole.fma(HIGH, minus));
            FloatVector series = TERMS_7.fma(r, TERMS_6).fma(r, TERMS_5).fma(r, TERMS_4).fma(r, TERMS_3).fma(r, TERMS_2);
            FloatVector power = series.mul(r).fma(r, r).add(ONE);
            IntVector exponent = rounded.reinterpretAsInts().sub(ROUND_BITS);
            FloatVector scale = exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            ONE.div(power.fma(scale, ONE)).intoArray(y, out + i);
        }
        for (; i < n; i++) {
            y[out + i] = sigmoid(x[at + i]);
        }
    }

    private static float sigmoid(float x) {
        float minus = -1 * (x < -87 ? -87 : x > 87 ? 87 : x);
        float rounded = minus * LOG2_E + ROUND;
        float scale = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) - ROUND_BITS + 127 << 23);
        return 1 / Math.fma(expMinusOne(minus, rounded - ROUND) + 1, scale, 1);
    }

    /** y = e / (e + 2) with e = exp(2x) - 1, which is exact for small x too; x and y may be the same. */
    static void tanh(float[] x, int at, float[] y, int out, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector given = FloatVector.fromArray(SPECIES, x, at + i);
            FloatVector low = given.blend(-10f, given.compare(VectorOperators.LT, -10f));
            FloatVector bounded = low.blend(10f, low.compare(VectorOperators.GT, 10f));
            FloatVector twice = bounded.add(bounded);
            FloatVector rounded = twice.mul(LOG2_E).add(ROUND);
            FloatVector whole = rounded.sub(ROUND);
            FloatVector r = whole.fma(LOW, whole.fma(HIGH, twice));
            FloatVector series = TERMS_7.fma(r, TERMS_6).fma(r, TERMS_5).fma(r, TERMS_4).fma(r, TERMS_3).fma(r, TERMS_2);
            FloatVector minusOne = series.mul(r).fma(r, r);
            IntVector exponent = rounded.reinterpretAsInts().sub(ROUND_BITS);
            FloatVector power = exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
            FloatVector e = minusOne.fma(power, power.sub(ONE));
            e.div(e.add(2f)).intoArray(y, out + i);
        }
        for (; i < n; i++) {
            y[out + i] = tanh(x[at + i]);
        }
    }

    private static float tanh(float x) {
        float twice = 2 * (x < -10 ? -10 : x > 10 ? 10 : x);
        float rounded = twice * LOG2_E + ROUND;
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) - ROUND_BITS + 127 << 23);
        float e = Math.fma(expMinusOne(twice, rounded - ROUND), power, power - 1);
        return e / (e + 2);
    }
}
