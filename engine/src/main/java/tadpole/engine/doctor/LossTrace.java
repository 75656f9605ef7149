package tadpole.engine.doctor;

import java.util.Arrays;

/** The loss of a run step by step, as means over blocks of steps that grow with the run. */
final class LossTrace {

    private static final int MOST = 256;
    /** So many samples make the first loss. */
    private static final int FIRST = 32;

    private final double[] blocks = new double[MOST];
    private int full;
    private long width = 1;
    private double sum;
    private long inBlock;
    private double firstSum;
    private int firstCount;
    private long steps;
    private double highest = Double.NEGATIVE_INFINITY;

    void add(double loss, int count) {
        steps++;
        highest = Math.max(highest, loss);
        if (firstCount < FIRST) {
            firstSum += loss * count;
            firstCount += count;
        }
        sum += loss;
        if (++inBlock == width) {
            blocks[full++] = sum / width;
            sum = 0;
            inBlock = 0;
        }
        if (full == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                blocks[i] = (blocks[2 * i] + blocks[2 * i + 1]) / 2;
            }
            full = MOST / 2;
            width *= 2;
        }
    }

    /** What it began with, known from elsewhere; NaN where it is not. */
    void beginAs(double first) {
        firstSum = first * FIRST;
        firstCount = FIRST;
    }

    /** Forgets all but what it began with: what comes now is of other settings. */
    void restart() {
        full = 0;
        width = 1;
        sum = 0;
        inBlock = 0;
        steps = 0;
        highest = Double.NEGATIVE_INFINITY;
    }

    LossTrace copy() {
        LossTrace copy = new LossTrace();
        System.arraycopy(blocks, 0, copy.blocks, 0, full);
        copy.full = full;
        copy.width = width;
        copy.firstSum = firstSum;
        copy.firstCount = firstCount;
        copy.steps = steps;
        copy.highest = highest;
        return copy;
    }

    /** How many steps it knows of. */
    long steps() {
        return steps;
    }

    /** Of the first batch, or of so many that there are 32 samples; NaN where the run began before the first step that is known. */
    double first() {
        return firstSum / firstCount;
    }

    /** Mean over the last tenth. */
    double now() {
        return mean(full - window(), full);
    }

    /** The least mean over a tenth of the way. */
    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int end = window(); end <= full; end++) {
            least = Math.min(least, mean(end - window(), end));
        }
        return least;
    }

    /** The greatest of all blocks. */
    double worst() {
        return Arrays.stream(blocks, 0, full).max().orElse(Double.NaN);
    }

    /** Of all batches. */
    double highest() {
        return highest;
    }

    private int window() {
        return Math.max(1, full / 10);
    }

    private double mean(int from, int to) {
        return Arrays.stream(blocks, Math.max(0, from), to).average().orElse(Double.NaN);
    }
}
