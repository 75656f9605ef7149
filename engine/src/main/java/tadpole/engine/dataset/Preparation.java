package tadpole.engine.dataset;

import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.tensor.Shape;

/** One step between a file's raw numbers and the network's input; listed in the experiment, never silent. Several threads may call it at once. */
public interface Preparation {

    /** Changes one sample in place: size numbers from offset on, channels first. There is room for all of a larger {@link #output}; those of a smaller one come first. */
    void apply(float[] values, int offset, int size);

    /** Shape of what it makes of a sample of that shape. */
    default Shape output(Shape sample) {
        return sample;
    }

    /**
     * How one number that it gives comes about.
     *
     * @param i     its place in what goes out
     * @param size  how many numbers come in
     * @param given a number of what comes in, by its place, as it is written
     * @return empty where it is not written as a formula of single numbers
     */
    default Optional<Explained> explain(int i, int size, IntFunction<Explained> given) {
        return Optional.empty();
    }

    /** Whether what becomes of a number depends on that number and its channel alone. */
    default boolean isElementwise() {
        return false;
    }
}
