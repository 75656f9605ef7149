package tadpole.engine.convolution;

/** What a convolution does with the channels of a picture. */
public enum Mixing {
    /** The picture's gray alone. */
    GRAY("Gray"),
    /** The same kernel slides over every channel, and the channels stay apart: groups = channels. */
    EACH("Each channel alone"),
    /** As a layer: every filter has a kernel for each channel, and sums what they give. */
    SUM("All channels summed, as a layer");

    private final String label;

    Mixing(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
