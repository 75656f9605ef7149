package tadpole.engine.dataset;

import tadpole.engine.tensor.Seed;

/** In which order an epoch takes the samples. */
public interface Sampler {

    /**
     * Fills in which sample comes when.
     *
     * @param order as long as the split has samples
     * @param epoch the seed of this epoch
     */
    void fill(int[] order, Seed epoch);
}
