package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponential and its kin, within a few units in the last place. The library's round differently when interpreted and when
 * compiled; these are sums and products only, exact in the same way wherever they run. Each is one loop without calls: were a part
 * of it not inlined, every vector would become an object.
 */
final class Exponentials {
  private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
  private static final int L = Lanes.COUNT;

  /** What stays in the first cache between two loops. */
  private static final int STRIP = 1024;

  private static final float LOG2_E = 1.442695041f;
  /** ln 2 = {@code LN2_HIGH} + {@code LN2_LOW}; the first has so few digits that its multiples are exact. */
  private static final FloatVector MINUS_LN2_HIGH = FloatVector.broadcast(SPECIES, -0.693359375f);
  private static final FloatVector MINUS_LN2_LOW = FloatVector.broadcast(SPECIES, 2.12194440e-4f);
  /** Adding 1.5 * 2^23 leaves the rounded whole number in the lowest bits of a float. */
  private static final float ROUND = 12582912f;
  private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
  /** The series of (exp(r) - 1 - r) / r^2 for |r| at most ln(2) / 2; what is left out of exp(r) is below 6e-9. */
  private static final FloatVector TERM_7 = FloatVector.broadcast(SPECIES, 1f / 5040);
  private static final FloatVector TERM_6 = FloatVector.broadcast(SPECIES, 1f / 720);
  private static final FloatVector TERM_5 = FloatVector.broadcast(SPECIES, 1f / 120);
  private static final FloatVector TERM_4 = FloatVector.broadcast(SPECIES, 1f / 24);
  private static final FloatVector TERM_3 = FloatVector.broadcast(SPECIES, 1f / 6);
  private static final FloatVector TERM_2 = FloatVector.broadcast(SPECIES, 0.5f);
  private static final FloatVector ONE = FloatVector.broadcast(SPECIES, 1f);

  private Exponentials() {}

  /** y = exp(sign x + shift); x and y may be the same. */
  static void exp(float sign, float shift, float[] x, int at, float[] y, int out, int n) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> there = SPECIES.indexInRange(i, n);
      FloatVector given = FloatVector.fromArray(SPECIES, x, at + i, there).mul(sign).add(shift);
      FloatVector low = given.blend(-104f, given.compare(VectorOperators.LT, -104f));
      FloatVector bounded = low.blend(89f, low.compare(VectorOperators.GT, 89f));
      FloatVector rounded = bounded.mul(LOG2_E).add(ROUND);
      FloatVector whole = rounded.sub(ROUND);
      FloatVector r = whole.fma(MINUS_LN2_LOW, whole.fma(MINUS_LN2_HIGH, bounded));
      FloatVector series = TERM_7.fma(r, TERM_6).fma(r, TERM_5).fma(r, TERM_4).fma(r, TERM_3).fma(r, TERM_2);
      FloatVector power = series.mul(r).fma(r, r).add(1f);
      // times 2^n in two steps, as 2^n alone may be too large or too small for a float
      IntVector exponent = rounded.reinterpretAsInts().sub(ROUND_BITS);
      IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
      FloatVector first = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      FloatVector second = exponent.sub(half).add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      power.mul(first).mul(second).intoArray(y, out + i, there);
    }
  }

  /** y = 1 / (1 + exp(-x)); x and y may be the same. */
  static void sigmoid(float[] x, int at, float[] y, int out, int n) {
    for (int first = 0; first < n; first += STRIP) {
      int count = Math.min(STRIP, n - first);
      exp(-1, 0, x, at + first, y, out + first, count);
      invert(y, out + first, count);
    }
  }

  private static void invert(float[] y, int at, int n) {
    int i = 0;
    for (; i <= n - L; i += L) {
      ONE.div(FloatVector.fromArray(SPECIES, y, at + i).add(ONE)).intoArray(y, at + i);
    }
    for (; i < n; i++) {
      y[at + i] = 1 / (1 + y[at + i]);
    }
  }

  /** y = e / (e + 2) with e = exp(2x) - 1, which is exact for small x too; x and y may be the same. */
  static void tanh(float[] x, int at, float[] y, int out, int n) {
    for (int i = 0; i < n; i += L) {
      VectorMask<Float> there = SPECIES.indexInRange(i, n);
      FloatVector given = FloatVector.fromArray(SPECIES, x, at + i, there);
      FloatVector low = given.blend(-10f, given.compare(VectorOperators.LT, -10f));
      FloatVector bounded = low.blend(10f, low.compare(VectorOperators.GT, 10f));
      FloatVector twice = bounded.add(bounded);
      FloatVector rounded = twice.mul(LOG2_E).add(ROUND);
      FloatVector whole = rounded.sub(ROUND);
      FloatVector r = whole.fma(MINUS_LN2_LOW, whole.fma(MINUS_LN2_HIGH, twice));
      FloatVector series = TERM_7.fma(r, TERM_6).fma(r, TERM_5).fma(r, TERM_4).fma(r, TERM_3).fma(r, TERM_2);
      FloatVector minusOne = series.mul(r).fma(r, r);
      IntVector exponent = rounded.reinterpretAsInts().sub(ROUND_BITS);
      FloatVector power = exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      FloatVector e = minusOne.fma(power, power.sub(ONE));
      e.div(e.add(2f)).intoArray(y, out + i, there);
    }
  }
}
