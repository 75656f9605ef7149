package tadpole.engine.dataset;

import java.util.random.RandomGenerator;

/** A random change of a training sample that leaves its class as it is; several threads may call it at once. */
public interface Augmentation {

    /** Whether it changes the raw numbers, as files have them; else those that the preparation gave. */
    boolean isBeforePreparation();

    /**
     * Changes one sample in place.
     *
     * @param offset where it begins, channels first
     * @param room   as many numbers as a sample has, for the time of the call; dirty
     */
    void apply(float[] values, int offset, float[] room, RandomGenerator random);
}
