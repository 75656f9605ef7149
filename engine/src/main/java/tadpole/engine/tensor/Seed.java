package tadpole.engine.tensor;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Where all randomness of a run comes from. Each use derives its own seed by purpose and number, so that no use
 * depends on how much another one drew: the shuffle of epoch 7 is the same whether epochs 0 to 6 ran before or not,
 * and a run goes on from any step with nothing but its seed.
 */
public record Seed(long value) {

    /** A seed for one purpose, such as "order" or "linear1.weight". */
    public Seed derive(String purpose) {
        long hash = value;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash + purpose.charAt(i));
        }
        return new Seed(mix(hash));
    }

    /** A seed for one number of a purpose: an epoch, a step. */
    public Seed derive(long number) {
        return new Seed(mix(mix(value) + number));
    }

    public RandomGenerator generator() {
        return new SplittableRandom(value);
    }

    /** MurmurHash3's 64-bit finalizer over a golden-ratio step: every bit of the input moves every bit of the output. */
    private static long mix(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }
}
