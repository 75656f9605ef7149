package tadpole.engine.kernel;

/** The weights of a convolution, whatever their order in memory. */
@FunctionalInterface
interface WeightAt {
    /** @param k the number of the input among those of an output, [channel, kernel row, kernel column] */
    float get(int outChannel, int k);
}
