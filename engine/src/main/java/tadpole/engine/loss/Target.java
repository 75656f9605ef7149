package tadpole.engine.loss;

import tadpole.engine.tensor.Tensor;

/** What the outputs of a batch should have been. */
public sealed interface Target {

    /** How many samples. */
    int size();

    /**
     * The right class of each sample.
     *
     * @param labels at least count numbers from 0; the array may be longer
     */
    record Classes(int[] labels, int count) implements Target {

        @Override
        public int size() {
            return count;
        }
    }

    /** The wanted outputs themselves, [n, outputs]. */
    record Values(Tensor values) implements Target {

        @Override
        public int size() {
            return values.shape().at(0);
        }
    }
}
