package tadpole.engine.dataset;

/** One step between a file's raw numbers and the network's input; listed in the experiment, never silent. Several threads may call it at once. */
public interface Preparation {

    /** Changes one sample in place: size numbers from offset on, channels first. */
    void apply(float[] values, int offset, int size);

    /** Whether what becomes of a number depends on that number and its channel alone. */
    default boolean isElementwise() {
        return false;
    }
}
