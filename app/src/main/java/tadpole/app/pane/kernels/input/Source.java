package tadpole.app.pane.kernels.input;

/** What one can choose from for the picture of the pane. */
public enum Source {
    PICKED("Picked in Data", "The image that is picked in the Data pane; follows the pick."),
    POND("Tadpole pond", "The bundled small color images: frogs, ships, birds."),
    DIGITS("Tadpole digits", "The bundled handwritten digits, 28×28, gray."),
    MADE("Made picture", "Pictures made for looking at kernels: one white dot, edges, a zone plate, a pond at evening."),
    FILE("Picture file", "A picture of your own: PNG, JPEG, BMP, GIF or TIFF. Dropping it on the window does the same."),
    DRAWING("Own drawing", "Draw pixel by pixel on the input; the output follows."),
    /** Comes with a filter that was taken; nobody chooses it. */
    NETWORK("Trained network", "What a layer of a trained network sees, as it was taken in Trained filters."),
    /** Comes from a button of that view; nobody chooses it. */
    SMALL("Small picture", "Five by five pixels, from As one matrix product.");

    private final String label;
    private final String help;

    Source(String label, String help) {
        this.label = label;
        this.help = help;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** Whether one can choose it; else it comes with what one does in a view. */
    boolean isChosen() {
        return this != NETWORK && this != SMALL;
    }

    /** The folder of the bundled data set below the samples' data; only of those two. */
    String folder() {
        return switch (this) {
            case POND -> "tadpole-pond";
            case DIGITS -> "tadpole-digits";
            case PICKED, MADE, FILE, DRAWING, NETWORK, SMALL -> throw new IllegalArgumentException(label + " is no data set.");
        };
    }
}
