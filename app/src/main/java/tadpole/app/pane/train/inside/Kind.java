package tadpole.app.pane.train.inside;

/** What of a layer is shown as pictures. */
enum Kind {
    WEIGHTS("Weights"),
    ACTIVATIONS("Activations"),
    GRADIENTS("Gradients");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
