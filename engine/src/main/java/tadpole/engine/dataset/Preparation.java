package tadpole.engine.dataset;

import tadpole.engine.tensor.Shape;

/** One step between a file's raw numbers and the network's input; listed in the experiment, never silent. Several threads may call it at once. */
public interface Preparation {

    /** Changes one sample in place: size numbers from offset on, channels first. There is room for all of a larger {@link #output}; those of a smaller one come first. */
    void apply(float[] values, int offset, int size);

    /** Shape of what it makes of a sample of that shape. */
    default Shape output(Shape sample) {
        return sample;
    }

    /** Whether what becomes of a number depends on that number and its channel alone. */
    default boolean isElementwise() {
        return false;
    }
}
