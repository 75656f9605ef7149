package tadpole.engine.design;

import tadpole.engine.tensor.Shape;

/**
 * What one layer takes, for one sample.
 *
 * @param kept     numbers that a training pass keeps of each sample
 * @param prepared numbers that it keeps once, however large the batch, besides parameters and their gradients
 */
record LayerSize(Shape output, long parameters, long multiplyAdds, long kept, long prepared) {

    private static final int BYTES = Float.BYTES;

    long bytes(int batch) {
        return BYTES * (2 * parameters + prepared + kept * batch);
    }

    /** Without parameters and products. */
    static LayerSize plain(Shape output, long kept) {
        return new LayerSize(output, 0, 0, kept, 0);
    }

    /** A ReLU whose cut the layer before makes keeps nothing of its own. */
    LayerSize keepingNothing() {
        return new LayerSize(output, parameters, multiplyAdds, 0, prepared);
    }
}
