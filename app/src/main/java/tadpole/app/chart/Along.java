package tadpole.app.chart;

/** What the x of runs is. */
public enum Along {
    STEPS("steps"),
    EPOCHS("epochs"),
    SECONDS("seconds of training");

    private final String label;

    Along(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
