package tadpole.engine.convolution;

/** What stands outside of the picture, under PyTorch's names (padding_mode). */
public enum Border {
    ZEROS("zeros", "Zeros"),
    /** 3 2 | 1 2 3 4 | 3 2: the edge itself is not said twice. */
    REFLECT("reflect", "Mirrored"),
    /** 1 1 | 1 2 3 4 | 4 4 */
    REPLICATE("replicate", "Edge repeated"),
    /** 3 4 | 1 2 3 4 | 1 2 */
    CIRCULAR("circular", "Around the other side");

    private final String key;
    private final String label;

    Border(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** As files and the layer's setting "paddingMode" say it. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
