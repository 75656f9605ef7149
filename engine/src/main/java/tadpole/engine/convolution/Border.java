package tadpole.engine.convolution;

import tadpole.engine.kernel.PaddingMode;

/** What stands outside of the picture, under PyTorch's names (padding_mode). */
public enum Border {
    ZEROS("zeros", "Zeros", PaddingMode.ZEROS),
    /** 3 2 | 1 2 3 4 | 3 2: the edge itself is not said twice. */
    REFLECT("reflect", "Mirrored", PaddingMode.REFLECT),
    /** 1 1 | 1 2 3 4 | 4 4 */
    REPLICATE("replicate", "Edge repeated", PaddingMode.REPLICATE),
    /** 3 4 | 1 2 3 4 | 1 2 */
    CIRCULAR("circular", "Around the other side", PaddingMode.CIRCULAR);

    private final String key;
    private final String label;
    private final PaddingMode mode;

    Border(String key, String label, PaddingMode mode) {
        this.key = key;
        this.label = label;
        this.mode = mode;
    }

    /** As files and the layer's setting "paddingMode" say it. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** As the layers say it. */
    PaddingMode mode() {
        return mode;
    }
}
