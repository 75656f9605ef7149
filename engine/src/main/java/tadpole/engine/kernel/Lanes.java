package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vector width of this machine, and functions of one vector that are exact in the same way wherever they run. */
final class Lanes {
  /** Chosen once; the system property {@code tadpole.vectorBits} forces 128, 256 or 512 bits. */
  static final VectorSpecies<Float> SPECIES =
      species(Integer.getInteger("tadpole.vectorBits", FloatVector.SPECIES_PREFERRED.vectorBitSize()));

  static final int COUNT = SPECIES.length();

  private static final float LOG2_E = 1.442695041f;
  /** ln 2 = {@code LN2_HIGH} + {@code LN2_LOW}; the first has so few digits that its multiples are exact. */
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;
  /** Adding 1.5 * 2^23 leaves the rounded whole number in the lowest bits of a float. */
  private static final float ROUND = 12582912f;
  private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);

  private static final VectorShuffle<Float> EIGHT_ON = VectorShuffle.fromOp(SPECIES, lane -> (lane + 8) % COUNT);
  private static final VectorShuffle<Float> FOUR_ON = VectorShuffle.fromOp(SPECIES, lane -> (lane + 4) % COUNT);
  private static final VectorShuffle<Float> TWO_ON = VectorShuffle.fromOp(SPECIES, lane -> (lane + 2) % COUNT);

  private Lanes() {}

  private static VectorSpecies<Float> species(int bits) {
    return switch (bits) {
      case 512 -> FloatVector.SPECIES_512;
      case 256 -> FloatVector.SPECIES_256;
      case 128 -> FloatVector.SPECIES_128;
      default -> bits > 512 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_128;
    };
  }

  /** max(0, x), NaN kept. */
  static FloatVector relu(FloatVector x) {
    return x.blend(0f, x.compare(VectorOperators.LE, 0f));
  }

  /** Cuts n numbers, a multiple of the lanes, at zero. */
  static void relu(float[] x, int at, int n) {
    for (int i = at; i < at + n; i += COUNT) {
      relu(FloatVector.fromArray(SPECIES, x, i)).intoArray(x, i);
    }
  }

  /** to = from + amount, cut at zero when {@code relu}; from and to may be the same. */
  static void addAndBound(float[] from, int at, float amount, boolean relu, float[] to, int out, int n) {
    float bound = relu ? 0 : Float.NEGATIVE_INFINITY;
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      FloatVector sum = FloatVector.fromArray(SPECIES, from, at + i).add(amount);
      sum.blend(bound, sum.compare(VectorOperators.LT, bound)).intoArray(to, out + i);
    }
    for (; i < n; i++) {
      float sum = from[at + i] + amount;
      to[out + i] = sum < bound ? bound : sum;
    }
  }

  /** Within two units in the last place. The library's exponential rounds differently when interpreted and when compiled. */
  static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.blend(-104f, x.compare(VectorOperators.LT, -104f)).blend(89f, x.compare(VectorOperators.GT, 89f));
    FloatVector rounded = bounded.mul(LOG2_E).add(ROUND);
    FloatVector n = rounded.sub(ROUND);
    FloatVector r = remainder(bounded, n);
    return twoToThe(rounded, expMinusOne(r).add(1f));
  }

  /** 1 / (1 + exp(-x)). */
  static FloatVector sigmoid(FloatVector x) {
    return FloatVector.broadcast(SPECIES, 1f).div(exp(x.neg()).add(1f));
  }

  /** e / (e + 2) with e = exp(2x) - 1, which is exact for small x. */
  static FloatVector tanh(FloatVector x) {
    FloatVector bounded = x.blend(-10f, x.compare(VectorOperators.LT, -10f)).blend(10f, x.compare(VectorOperators.GT, 10f));
    FloatVector twice = bounded.add(bounded);
    FloatVector rounded = twice.mul(LOG2_E).add(ROUND);
    FloatVector r = remainder(twice, rounded.sub(ROUND));
    FloatVector power = twoToThe(rounded, FloatVector.broadcast(SPECIES, 1f));
    FloatVector e = expMinusOne(r).fma(power, power.sub(1f));
    return e.div(e.add(2f));
  }

  /** The sum of all lanes in a fixed order; {@code reduceLanes} may take any. */
  static float sum(FloatVector x) {
    FloatVector sum = x;
    if (COUNT > 8) {
      sum = sum.add(sum.rearrange(EIGHT_ON));
    }
    if (COUNT > 4) {
      sum = sum.add(sum.rearrange(FOUR_ON));
    }
    sum = sum.add(sum.rearrange(TWO_ON));
    return sum.lane(0) + sum.lane(1);
  }

  private static FloatVector remainder(FloatVector x, FloatVector n) {
    return n.fma(broadcast(-LN2_LOW), n.fma(broadcast(-LN2_HIGH), x));
  }

  /** The series of exp(r) - 1 for |r| &lt;= ln(2) / 2; the first term left out is below 6e-9. */
  private static FloatVector expMinusOne(FloatVector r) {
    FloatVector sum = broadcast(1f / 5040);
    sum = sum.fma(r, broadcast(1f / 720));
    sum = sum.fma(r, broadcast(1f / 120));
    sum = sum.fma(r, broadcast(1f / 24));
    sum = sum.fma(r, broadcast(1f / 6));
    sum = sum.fma(r, broadcast(0.5f));
    return sum.mul(r).fma(r, r);
  }

  /** y * 2^n, n from the lowest bits of {@code rounded}; in two steps, as 2^n alone may be too large or too small for a float. */
  private static FloatVector twoToThe(FloatVector rounded, FloatVector y) {
    var n = rounded.reinterpretAsInts().sub(ROUND_BITS);
    var half = n.lanewise(VectorOperators.ASHR, 1);
    var rest = n.sub(half);
    FloatVector first = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    FloatVector second = rest.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    return y.mul(first).mul(second);
  }

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }
}
