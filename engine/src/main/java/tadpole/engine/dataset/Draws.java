package tadpole.engine.dataset;

import java.util.random.RandomGenerator;

/** Random numbers that begin again for every sample without a new object: Steele, Lea and Flood's SplitMix64. */
final class Draws implements RandomGenerator {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    /** Begins the numbers of one augmentation of one sample. */
    void begin(long epoch, int sample, int augmentation) {
        state = mix(mix(epoch + sample * STEP) + augmentation);
    }

    @Override
    public long nextLong() {
        state += STEP;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
