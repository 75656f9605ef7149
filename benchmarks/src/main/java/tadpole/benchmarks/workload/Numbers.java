package tadpole.benchmarks.workload;

import tadpole.engine.tensor.Seed;

/** Numbers to compute with: the same for both sides, and every time. */
final class Numbers {

    private Numbers() {}

    /** Evenly spread from -scale to scale. */
    static float[] random(String purpose, int count, double scale) {
        var random = new Seed(1).derive(purpose).generator();
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return numbers;
    }

    /** What training made of parameters, without what they began with: that would hide how far two sides are apart. */
    static float[] change(float[] before, float[] after) {
        float[] change = new float[before.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        return change;
    }

    /** Whole numbers from 0, below the bound. */
    static int[] labels(String purpose, int count, int bound) {
        var random = new Seed(1).derive(purpose).generator();
        return random.ints(count, 0, bound).toArray();
    }
}
