package tadpole.engine.dataset;

import java.util.Optional;
import tadpole.engine.tensor.Shape;

/** One part of a data set: samples of one shape, each with its class or with its numbers. */
public interface Split {

    int size();

    /** Shape of one sample, channels first: 1×28×28. */
    Shape shape();

    /** Class of a sample, counted from 0; 0 where targets are numbers. */
    int label(int index);

    /** Shape of the numbers that are to come out of one sample; empty where samples have classes. */
    default Optional<Shape> target() {
        return Optional.empty();
    }

    /**
     * Writes the numbers that are to come out of a sample.
     *
     * @throws UnsupportedOperationException where samples have classes
     */
    default void readTarget(int index, float[] into, int offset) {
        throw new UnsupportedOperationException("These samples have classes, not numbers, as their targets.");
    }

    /** Writes a sample's raw numbers, exactly as the file has them (pixels 0..255). */
    void read(int index, float[] into, int offset);

    /** The samples at those places, in that order; shares the memory. */
    default Split subset(int[] indices) {
        return new Subset(this, indices.clone());
    }

    /** The same samples with other classes. @param labels one for each sample */
    default Split withLabels(int[] labels) {
        return new Relabeled(this, labels.clone());
    }
}
