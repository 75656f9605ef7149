package tadpole.app.pane.gradients.step;

/** Which part of a step a stage belongs to. */
enum Phase {
    FORWARD("Forward"),
    BACKWARD("Backward"),
    UPDATE("Update");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
