package tadpole.engine.dataset;

import tadpole.engine.tensor.Shape;

/** One part of a data set: samples of one shape, each with its label. */
public interface Split {

    int size();

    /** Shape of one sample, channels first: 1×28×28. */
    Shape shape();

    /** Class of a sample, counted from 0. */
    int label(int index);

    /** Writes a sample's raw numbers, exactly as the file has them (pixels 0..255). */
    void read(int index, float[] into, int offset);

    /** The samples at those places, in that order; shares the memory. */
    default Split subset(int[] indices) {
        return new Subset(this, indices.clone());
    }
}
