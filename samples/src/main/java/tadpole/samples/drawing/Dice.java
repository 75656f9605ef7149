package tadpole.samples.drawing;

import java.util.SplittableRandom;

/**
 * The chance of one drawing.
 *
 * <p>Takes nothing but whole random bits from its source and computes with {@link StrictMath}, so that the same seed
 * draws the same bytes on every machine.
 */
public final class Dice {

    private final SplittableRandom source;

    public Dice(long seed) {
        source = new SplittableRandom(seed);
    }

    /** Evenly spread over [0, 1). */
    public double part() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    public double between(double least, double most) {
        return least + (most - least) * part();
    }

    /** Evenly spread over the whole numbers 0 to count - 1. */
    public int below(int count) {
        return (int) (count * part());
    }

    /** Normally distributed (Box and Muller), cut off at two and a half deviations. */
    public double around(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - part()));
        double normal = radius * StrictMath.cos(2 * StrictMath.PI * part());
        return mean + deviation * StrictMath.clamp(normal, -2.5, 2.5);
    }

    public boolean chance(double probability) {
        return part() < probability;
    }

    /** Plus one or minus one. */
    public int sign() {
        return chance(0.5) ? 1 : -1;
    }

    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[below(choices.length)];
    }

    /** An index, drawn as often as its weight says. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = sum * part();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
